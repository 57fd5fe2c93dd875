"""Keras' own schedules with the plans that they mean, its fit on JAX, and a callback that logs rates."""

import os
import random as python_random

os.environ["KERAS_BACKEND"] = "jax"
os.environ["JAX_PLATFORMS"] = "cpu"

import keras  # noqa: E402
import numpy  # noqa: E402

RAN = f"Keras {keras.__version__} on {keras.backend.backend()}: Model.fit, History"
schedules = keras.optimizers.schedules
BASES = (0.1, 0.01, 0.001, 0.0003)


def cosine(base, warmup, total):
    """CosineDecay of so many updates, `total` the whole run."""
    if not warmup:
        return schedules.CosineDecay(base, total, alpha=0.1)
    return schedules.CosineDecay(base * 0.01, total - warmup, alpha=0.1, warmup_target=base, warmup_steps=warmup)


def cosine_plan(base, warmup, total):
    # With a warm-up alpha is a share of the first rate's argument in older versions; here of the target.
    fall = {"kind": "cosine", "from": "1x", "to": "0.1x", "over": total - warmup}
    if not warmup:
        return fall
    rise = {"kind": "linear", "from": "0.01x", "to": "1x", "over": warmup}
    return {"kind": "sequence", "parts": [rise, fall]}


def polynomial(base, warmup, total):
    return schedules.PolynomialDecay(base, total, base * 0.01, power=2.0)


def polynomial_plan(base, warmup, total):
    return {"kind": "polynomial", "from": "1x", "to": "0.01x", "over": total, "power": 2}


def exponential(base, warmup, total):
    return schedules.ExponentialDecay(base, max(1, total // 5), 0.5)


def exponential_plan(base, warmup, total):
    return {"kind": "exponential", "from": "1x", "factor": 0.5, "every": max(1, total // 5)}


def pieces(base, warmup, total):
    # Its boundaries are the last steps of what comes before.
    at = [total // 2 - 1, total * 3 // 4 - 1]
    return schedules.PiecewiseConstantDecay(at, [base, base * 0.1, base * 0.01])


def pieces_plan(base, warmup, total):
    return {"kind": "piecewise", "from": "1x", "at": [total // 2, total * 3 // 4], "to": ["0.1x", "0.01x"]}


def in_epochs(plan):
    """The same plan with its times in epochs."""
    plan = dict(plan)
    for field in ("over", "every"):
        if field in plan:
            plan[field] = f"{plan[field]} epochs"
    if "at" in plan:
        plan["at"] = [f"{at} epochs" for at in plan["at"]]
    return plan


PER_UPDATE = {
    "cosine": (cosine, cosine_plan),
    "polynomial": (polynomial, polynomial_plan),
    "exponential": (exponential, exponential_plan),
    "pieces": (pieces, pieces_plan),
}


class Rates(keras.callbacks.Callback):
    """What users write to see the rate of a LearningRateSchedule: it is read when a batch begins or ends."""

    def __init__(self, log, when, start=0):
        super().__init__()
        self.log, self.when, self.step = log, when, start

    def on_train_batch_begin(self, batch, logs=None):
        if self.when == "begin":
            self._read(self.step)

    def on_train_batch_end(self, batch, logs=None):
        self.step += 1
        if self.when == "end":
            self._read(self.step)
        elif self.when == "end, the batch's own number":
            self._read(self.step - 1)

    def _read(self, step):
        if self.log.due(step):
            rate = float(keras.ops.convert_to_numpy(self.model.optimizer.learning_rate))
            self.log.rows.append((step, rate))


def compiled(rate):
    keras.utils.set_random_seed(python_random.randrange(1 << 30))
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])
    # Traced and compiled anew for every model, which takes longer than the few updates.
    model.compile(keras.optimizers.SGD(rate), loss="mse", run_eagerly=False)
    return model


def fit(model, epochs, per_epoch, callbacks=(), start=0):
    x = numpy.random.rand(per_epoch * 2, 4)
    y = numpy.random.rand(per_epoch * 2, 1)
    options = {"batch_size": 2, "epochs": epochs, "initial_epoch": start, "verbose": 0}
    return model.fit(x, y, callbacks=list(callbacks), **options).history
