"""MXNet: lr_scheduler.py, called with the 0-based update (counter 0) or, as its optimizers do, with the 1-based one."""

import host
from common import case, positions, rate
from draw import few, length, milestones, part

VERSION = "1.9.1"
RAN = f"mxnet/lr_scheduler.py from PyPI's mxnet {VERSION}"
PRECISION = "float64"
# Up to here every update is asked for, as in a run; further on those whose answers count, as the classes keep state.
EVERY = 20_000

with host.wheel("mxnet", VERSION, "manylinux2014_x86_64") as text:
    schedulers = host.run("mxnet.lr_scheduler", text.read("mxnet/lr_scheduler.py").decode(), "mxnet/lr_scheduler.py")


def called(name, configure, examples=()):
    """The cases of one class, half with each counter: the worked examples, then random ones.

    `configure(random)` gives its arguments, its landmarks and the last update to read.
    """

    def cases(random):
        for config, at in examples:
            yield from (_case(name, config, counter, at, []) for counter in (0, 1))
        for index in range(240):
            config, marks, last = configure(random)
            at = few(random, positions(random, marks, last), 9)
            yield _case(name, config, index % 2, at, marks)

    return "updates, 0-based: called with at + counter", cases


def _case(name, config, counter, at, marks):
    def run():
        scheduler = getattr(schedulers, name)(**config)
        asked = range(at[-1] + 1) if at[-1] < EVERY else sorted({*at, *(mark for mark in marks if mark <= at[-1])})
        rates = {update: scheduler(update + counter) for update in asked}
        return {"values": [float(rates[update]) for update in at]}

    return case({"counter": counter, **config}, run, at=at)


def _warmup(random, total):
    base = rate(random)
    return {
        "base_lr": base,
        "warmup_steps": random.choice([0, *[part(random, total)] * 24, -1]),
        "warmup_begin_lr": random.choice([0, *[base * random.random()] * 15, base * 1.1]),
        "warmup_mode": random.choice([*["linear", "constant"] * 15, "exponential"]),
    }


def factor(random):
    period = length(random, 100_000)
    config = _warmup(random, random.choice([period, 4 * period]))
    config |= {
        "step": random.choice([*[period] * 29, 0]),
        "factor": random.choice([*[0.1, 0.5, 1, random.random(), random.random()] * 6, 1.1]),
        "stop_factor_lr": random.choice([1e-8, config["base_lr"] * random.random()]),
    }
    warm = config["warmup_steps"]
    return config, [warm, period, 2 * period, 3 * period], 5 * period + max(warm, 0)


def multi_factor(random):
    last = length(random)
    config = _warmup(random, last)
    steps = [at for at in milestones(random, last) if at > 0] or [1]
    config |= {
        "step": random.choice([*[steps] * 29, [5, 5], [9, 4], [0, 5], []]),
        "factor": random.choice([*[0.1, 0.5, 1, random.random(), random.random()] * 6, 1.1]),
    }
    return config, [config["warmup_steps"], *steps], last + 3


def poly(random):
    config, marks, last = cosine(random)
    return config | {"pwr": random.choice([1, 2, 0.5, random.uniform(0.3, 4)])}, marks, last


def cosine(random):
    total = length(random)
    config = _warmup(random, random.choice([total, max(1, total // 4)]))
    config |= {
        "max_update": random.choice([*[total] * 29, 0]),
        "final_lr": random.choice([0, config["base_lr"] * random.random()]),
    }
    # Both counters pass the very last update that is computed: the one after it holds what it gave.
    return config, [config["warmup_steps"], total - 1, total], total + 4


WARM = {"base_lr": 0.1, "warmup_steps": 5, "warmup_begin_lr": 0.001}
DROPS = [({**WARM, "step": [30, 60, 90], "factor": 0.1}, [0, 1, 4, 5, 29, 30, 31, 59, 60, 61, 89, 90, 91, 99])]

SCHEDULES = {
    "FactorScheduler": called("FactorScheduler", factor),
    "MultiFactorScheduler": called("MultiFactorScheduler", multi_factor, DROPS),
    "PolyScheduler": called("PolyScheduler", poly),
    "CosineScheduler": called("CosineScheduler", cosine),
}
