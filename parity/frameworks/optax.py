"""optax: schedules are functions of the update's count, called as its documentation calls them, one count at a time.

Inside jax.jit, and over a vector of counts, XLA turns a division by a known number of steps into a product with its
rounded inverse: a float32 staircase then drops one update late at some multiples. Nothing here is compiled so.
"""

import jax
import jax.numpy as jnp
import optax

import optaxPlateau
from common import case, finite, positions, rate
from draw import few, fraction, length, milestones, part

VERSION = optax.__version__
PRECISION = "float64" if jax.config.jax_enable_x64 else "float32"
RAN = f"optax from PyPI's optax {VERSION} on jax {jax.__version__}, {PRECISION}"


def closed(configure, first=(), count=150):
    """The cases of one schedule: those in `first`, then `count` random ones.

    `configure(random)` gives the schedule's name in optax, its arguments, its landmarks and the last position to read.
    """

    def cases(random):
        yield from (_case(*one) for one in first)
        for _ in range(count):
            name, config, marks, last = configure(random)
            yield _case(name, config, few(random, positions(random, marks, last)))

    return "updates: the schedule's count", cases


def _case(name, config, at):
    def run():
        schedule = _build(name, config)
        return {"values": finite([float(jnp.asarray(schedule(jnp.asarray(count)))) for count in at])}

    return case(config, run, at=at)


def _build(name, config):
    if name == "join_schedules":
        parts = [_build(part["schedule"], part["config"]) for part in config["schedules"]]
        return optax.join_schedules(parts, config["boundaries"])
    if "boundaries_and_scales" in config:  # JSON has pairs, optax a dictionary with whole numbers as keys
        config = {**config, "boundaries_and_scales": dict(config["boundaries_and_scales"])}
    return getattr(optax, name)(**config)


def constant(random):
    return "constant_schedule", {"value": rate(random)}, [], length(random)


def linear(random):
    total, begin = _transition(random)
    config = {"init_value": rate(random), "end_value": _end(random), "transition_steps": total}
    return "linear_schedule", {**config, "transition_begin": begin}, _marks(begin, total), max(begin, 0) + 2 * total + 2


def polynomial(random):
    _, config, marks, last = linear(random)
    return "polynomial_schedule", {**config, "power": random.choice([1, 2, 0.5, random.uniform(0.2, 4)])}, marks, last


def piecewise_constant(random):
    last = length(random)
    knots = _knots(random, milestones(random, last))
    marks = [at for at, _ in knots]
    return "piecewise_constant_schedule", {"init_value": rate(random), "boundaries_and_scales": knots}, marks, last + 2


def piecewise_interpolate(random):
    _, config, marks, last = piecewise_constant(random)
    config["interpolate_type"] = random.choice(["linear", "cosine"])
    return "piecewise_interpolate_schedule", config, marks, last


def exponential(random):
    total, begin = _transition(random)
    decay = random.choice([0.1, 0.5, 0.96, 1.0, random.uniform(0.05, 1), random.uniform(1, 1.4)])
    config = {"init_value": rate(random), "transition_steps": total, "decay_rate": decay, "transition_begin": begin}
    config["staircase"] = random.random() < 0.5
    config["end_value"] = random.choice([None, None, config["init_value"] * random.choice([0.3, 1.7])])
    return "exponential_decay", config, _marks(begin, total, 2 * total), max(begin, 0) + 6 * total + 2


def cosine(random):
    total = random.choice([0, length(random), *[length(random)] * 18])
    config = {"init_value": rate(random), "decay_steps": total, "alpha": fraction(random)}
    config["exponent"] = random.choice([1.0, 1.0, 2.0, random.uniform(0.3, 3)])
    return "cosine_decay_schedule", config, [total], 2 * total + 2


def warmup_constant(random):
    total = random.choice([0, *[length(random)] * 9])
    config = {"init_value": _end(random), "peak_value": rate(random), "warmup_steps": total}
    return "warmup_constant_schedule", config, [total], 2 * total + 2


def warmup_cosine(random):
    total = length(random)
    warm = part(random, total)
    peak = random.choice([0.0, *[rate(random)] * 19])
    config = {"init_value": _end(random), "peak_value": peak, "warmup_steps": warm, "decay_steps": total}
    config |= {"end_value": _end(random), "exponent": random.choice([1.0, 1.0, random.uniform(0.3, 3)])}
    return "warmup_cosine_decay_schedule", config, [warm, total], 2 * total + 2


def warmup_exponential(random):
    _, config, marks, last = exponential(random)
    warm = random.choice([0, length(random)])
    config["peak_value"] = config["init_value"]
    config["init_value"] = _end(random)
    config["warmup_steps"] = warm
    marks = [warm, *(warm + mark for mark in marks[1:])]
    return "warmup_exponential_decay_schedule", config, marks, warm + last


def cosine_onecycle(random):
    total = random.choice([0, *[length(random)] * 19])
    config = {"transition_steps": total, "peak_value": rate(random), "pct_start": fraction(random)}
    config["div_factor"] = random.choice([25.0, random.uniform(1, 50)])
    config["final_div_factor"] = random.choice([1e4, random.uniform(1, 1e5)])
    return "cosine_onecycle_schedule", config, [int(config["pct_start"] * total), total], total + 3


def linear_onecycle(random):
    _, config, [start, total], last = cosine_onecycle(random)
    config["pct_final"] = random.choice([1.0, config["pct_start"], random.uniform(config["pct_start"], 1)])
    return "linear_onecycle_schedule", config, [start, int(config["pct_final"] * total), total], last


def sgdr(random):
    cycles, marks, begin = [], [], 0
    for _ in range(random.randint(1, 3)):
        cycle = warmup_cosine(random)[1]
        cycle["warmup_steps"] = min(cycle["warmup_steps"], cycle["decay_steps"] - 1)
        cycles.append(cycle)
        marks += [begin + cycle["warmup_steps"], begin + cycle["decay_steps"]]
        begin += cycle["decay_steps"]
    return "sgdr_schedule", {"cosine_kwargs": cycles}, marks, begin + cycles[-1]["decay_steps"]


def join(random):
    kinds = [linear, piecewise_constant, exponential, warmup_constant]
    parts = [random.choice(kinds)(random) for _ in range(random.randint(1, 3))]
    for _, config, _, _ in parts:  # a growing one would leave float32 before the end of a long neighbour
        if "decay_rate" in config:
            config["decay_rate"] = min(1.0, config["decay_rate"])
    last = sum(last for _, _, _, last in parts)
    boundaries = sorted(random.randint(0, last) for _ in parts[1:])
    config = {"schedules": [{"schedule": name, "config": config} for name, config, _, _ in parts]}
    return "join_schedules", {**config, "boundaries": boundaries}, boundaries, last


# Warm-up over 5 updates, then drops at 30, 60 and 90: the schedule that every framework words differently.
RAMP = {"init_value": 0.001, "end_value": 0.1, "transition_steps": 5, "transition_begin": 0}
DROPS = {"init_value": 0.1, "boundaries_and_scales": [[25, 0.1], [55, 0.1], [85, 0.1]]}
PARTS = [{"schedule": "linear_schedule", "config": RAMP}, {"schedule": "piecewise_constant_schedule", "config": DROPS}]
WARMED = "join_schedules", {"schedules": PARTS, "boundaries": [5]}, [0, 1, 4, 5, 29, 30, 31, 59, 60, 89, 90, 99]


def _transition(random):
    """transition_steps, at times not positive, and transition_begin, at times negative."""
    total = random.choice([0, *[length(random)] * 14])
    return total, random.choice([0, 0, 0, -3, random.randint(1, 9), length(random)])


def _marks(begin, *lengths):
    """Where the transition begins, at 0 if that is negative, and what comes these many updates later."""
    return [max(begin, 0) + length for length in (0, *lengths)]


def _end(random):
    return random.choice([0.0, rate(random, high=0.1), rate(random)])


def _knots(random, updates):
    return [[at, random.choice([0.1, 0.5, 2.0, 0.0, random.uniform(0.01, 3)])] for at in updates]


SCHEDULES = {
    "constant_schedule": closed(constant, count=20),
    "linear_schedule": closed(linear),
    "polynomial_schedule": closed(polynomial),
    "piecewise_constant_schedule": closed(piecewise_constant),
    "piecewise_interpolate_schedule": closed(piecewise_interpolate),
    "exponential_decay": closed(exponential),
    "cosine_decay_schedule": closed(cosine),
    "warmup_constant_schedule": closed(warmup_constant),
    "warmup_cosine_decay_schedule": closed(warmup_cosine),
    "warmup_exponential_decay_schedule": closed(warmup_exponential),
    "linear_onecycle_schedule": closed(linear_onecycle),
    "cosine_onecycle_schedule": closed(cosine_onecycle),
    "sgdr_schedule": closed(sgdr),
    "join_schedules": closed(join, [WARMED]),
    "contrib.reduce_on_plateau": ("calls with a value", optaxPlateau.cases),
}
