"""Keras 3: an optimizer's learning rate at given iterations, and its callbacks at epochs, on Keras' NumPy backend."""

import os

os.environ["KERAS_BACKEND"] = "numpy"

import keras  # noqa: E402
import numpy  # noqa: E402

import kerasCallbacks  # noqa: E402
from common import case, finite, positions, rate  # noqa: E402
from cycles import by_logarithm  # noqa: E402
from draw import few, fraction, length, milestones, part  # noqa: E402

VERSION = keras.__version__
# The schedules compute in float32 whatever floatx is.
PRECISION = "float32"
RAN = f"keras.optimizers.schedules and keras.callbacks from PyPI's keras {VERSION}, NumPy backend, {PRECISION}"


def closed(name, configure, first=()):
    """The cases of one schedule: those in `first`, then random ones.

    `configure(random)` gives the schedule's arguments, its landmarks and the last position to read.
    """

    def cases(random):
        yield from (_case(name, config, at) for config, at in first)
        for _ in range(180):
            config, marks, last = configure(random)
            yield _case(name, config, few(random, positions(random, marks, last), 9))

    return "updates: the optimizer's iterations", cases


def _case(name, config, at):
    def run():
        optimizer = keras.optimizers.SGD(getattr(keras.optimizers.schedules, name)(**config))
        return {"values": finite([_read(optimizer, iteration) for iteration in at])}

    return case(config, run, **_fault(config, at), at=at)


def _fault(config, at):
    """Whether CosineDecayRestarts' logarithm, in float32, is rounded into the wrong cycle."""
    if config.get("first_decay_steps", 0) <= 0:
        return {}
    times, first = numpy.float32(config["t_mul"]), numpy.float32(config["first_decay_steps"])
    one = numpy.float32(1)
    log = lambda update: numpy.log(one - numpy.float32(update) / first * (one - times)) / numpy.log(times)
    return by_logarithm(lambda update: int(numpy.floor(log(update))), at, config["first_decay_steps"], config["t_mul"])


def _read(optimizer, iteration):
    optimizer.iterations.assign(iteration)
    return float(keras.ops.convert_to_numpy(optimizer.learning_rate))


def exponential(random):
    total = random.choice([0, *[length(random)] * 19])
    decay = random.choice([0.1, 0.5, 0.96, 1.0, random.uniform(0.05, 1), random.uniform(1, 1.4)])
    config = {"initial_learning_rate": rate(random), "decay_steps": total, "decay_rate": decay}
    return {**config, "staircase": random.random() < 0.5}, [total, 2 * total, 3 * total], 6 * total + 2


def inverse_time(random):
    config, marks, last = exponential(random)
    config["decay_rate"] = random.choice([0.5, 1.0, random.uniform(0, 5)])
    return config, marks, last


def piecewise(random):
    last = length(random)
    boundaries = milestones(random, last)
    values = [rate(random) for _ in range(len(boundaries) + random.choice([0, *[1] * 19]))]
    return {"boundaries": boundaries, "values": values}, boundaries, last + 2


def polynomial(random):
    total = random.choice([0, *[length(random)] * 19])
    config = {"initial_learning_rate": rate(random), "decay_steps": total, "end_learning_rate": _end(random)}
    config["power"] = random.choice([1.0, 1.0, 2.0, 0.5, random.uniform(0.2, 4)])
    return {**config, "cycle": random.random() < 0.5}, [total, 2 * total, 3 * total], 4 * total + 2


def cosine(random):
    total = random.choice([0, *[length(random)] * 19])
    config = {"initial_learning_rate": rate(random), "decay_steps": total, "alpha": fraction(random)}
    if random.random() < 0.4:
        return config, [total], 2 * total + 2
    warm = random.choice([0, part(random, total or 1), length(random)])
    config["initial_learning_rate"] = _end(random)
    config["warmup_target"] = random.choice([None, *[rate(random)] * 9])
    return {**config, "warmup_steps": warm}, [warm, total, warm + total], warm + 2 * total + 2


def restarts(random):
    first = random.choice([0, *[length(random)] * 29])
    config = {"initial_learning_rate": rate(random), "first_decay_steps": first}
    config["t_mul"] = random.choice([1.0, 2.0, 2.0, 3.0, 1.5, random.uniform(1.1, 3)])
    config["m_mul"] = random.choice([1.0, 0.5, random.uniform(0.3, 1)])
    config["alpha"] = random.choice([0.0, fraction(random)])
    begins = [0.0]
    for cycle in range(5):
        begins.append(begins[-1] + first * config["t_mul"] ** cycle)
    return config, [int(begin) for begin in begins[1:]], int(begins[-1] + first)


def _end(random):
    return random.choice([0.0, rate(random, high=0.1), rate(random)])


# Drops at 30, 60 and 90, read where every framework words them differently.
DROPS = {"boundaries": [30, 60, 90], "values": [0.1, 0.01, 0.001, 0.0001]}, [0, 1, 29, 30, 31, 60, 61, 90, 91]

SCHEDULES = {
    "ExponentialDecay": closed("ExponentialDecay", exponential),
    "PiecewiseConstantDecay": closed("PiecewiseConstantDecay", piecewise, [DROPS]),
    "PolynomialDecay": closed("PolynomialDecay", polynomial),
    "InverseTimeDecay": closed("InverseTimeDecay", inverse_time),
    "CosineDecay": closed("CosineDecay", cosine),
    "CosineDecayRestarts": closed("CosineDecayRestarts", restarts),
    "LearningRateScheduler": ("epochs", kerasCallbacks.scheduler),
    "ReduceLROnPlateau": ("epochs", kerasCallbacks.plateau),
}
