"""WarmupMultiFactorScheduler. torch has no such class: here it is torch's LambdaLR over the formulas of the docs."""

from bisect import bisect_right
from math import cos, pi

from torch.optim.lr_scheduler import LambdaLR

from drive import record

# t epochs into a warm-up of w epochs from rate l to rate b.
WARMUP = {
    "linear": lambda t, w, l, b: l + (b - l) * t / w,
    "constant": lambda t, w, l, b: l,
    "exponential": lambda t, w, l, b: l * (b / l) ** (t / w),
    "cosine": lambda t, w, l, b: l + (b - l) * (1 - cos(pi * t / w)) / 2,
}


def cases(random):
    article = {"factor": 0.1, "warmupEpochs": 5, "milestones": [30, 60, 90], "warmupLr": 0.001}
    for strategy in WARMUP:
        options = {**article, "warmupStrategy": strategy}
        yield _case(f"article, {strategy}", [0.01], options, list(range(101)) + [None] * 3)
    for strategy in WARMUP:
        for i in range(7):
            bases = [10 ** random.uniform(-4, 0) for _ in range(random.randint(1, 3))]
            yield _case(f"{strategy} {i}", bases, _options(random, strategy, bases), _calls(random))


def rate(options, l, b, t):
    w = options["warmupEpochs"]
    if t < w:
        return WARMUP[options["warmupStrategy"]](t, w, l, b)
    return b * options["factor"] ** bisect_right(options["milestones"], t)


def _case(name, bases, options, calls):
    starts = options["warmupLr"] if isinstance(options["warmupLr"], list) else [options["warmupLr"]] * len(bases)

    def factor(l, b):
        return lambda epoch: rate(options, l, b, epoch) / b

    def make(optimizer):
        return LambdaLR(optimizer, [factor(l, b) for l, b in zip(starts, bases)])

    return record(name, bases, [("WarmupMultiFactorScheduler", options, make)], [[0, call] for call in calls])


def _options(random, strategy, bases):
    warmup = random.choice([0, 0.5, 1, random.randint(2, 12), random.uniform(0.1, 12)])
    later = sorted({warmup + random.choice([random.randint(0, 80), random.uniform(0, 80)]) for _ in range(5)})
    milestones = later[: random.randint(0, 5)]
    if random.random() < 0.3 and warmup > 0:
        milestones = [warmup, *[m for m in milestones if m > warmup]]
    one = 10 ** random.uniform(-6, -1)
    each = [base * random.choice([0.001, 0.3, 1, 2.5]) for base in bases]
    return {
        "factor": random.choice([0.1, 0.5, 0.3, 1, 1.5, random.uniform(0.01, 0.99)]),
        "warmupEpochs": warmup,
        "milestones": milestones,
        "warmupLr": random.choice([one, each]),
        "warmupStrategy": strategy,
    }


def _calls(random):
    calls = [None] * 12
    for _ in range(12):
        calls += [random.choice([random.randint(0, 100), random.uniform(0, 14), random.uniform(0, 100)]), None]
    return calls
