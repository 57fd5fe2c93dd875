"""fairseq: every file of optim/lr_scheduler but pass_through, which has no rates of its own."""

import math

import fairseqEpochs as by_epoch
from common import case, positions, rate
from cycles import by_logarithm
from draw import few, fraction, length, part
from fairseqHost import VERSION, build

RAN = f"fairseq/optim/lr_scheduler from PyPI's fairseq {VERSION}, on Debian's torch"
PRECISION = "float64"


def updates(name, configure, examples=()):
    """The cases of a schedule that asks only for the updates done: the worked examples, then random ones.

    `configure(random)` gives its options, its landmarks and the last position to read.
    """

    def cases(random):
        for config, last in examples:
            yield _case(name, config, list(range(last + 1)))
        for _ in range(180):
            config, marks, last = configure(random)
            yield _case(name, config, few(random, positions(random, marks, last), 7))

    return "updates done", cases


def _case(name, config, at):
    def run():
        scheduler, optimizer = build(name, dict(config), config["lr"][0])
        values = []
        for done in at:
            scheduler.step_update(done)
            values.append(optimizer.get_lr())
        return {"values": values}

    return case(config, run, base=config["lr"][0], **_fault(config, at), at=at)


def _fault(config, at):
    """Whether cosine's logarithm, of which only its options speak, is rounded into the wrong cycle."""
    times, first = config.get("t_mult", 1), config.get("lr_period_updates", 0)
    if first == -1:
        first = config["max_update"] - config["warmup_updates"]
    if first <= 0 or times == 1:
        return {}
    rounded = lambda update: math.floor(math.log(1 - update / first * (1 - times), times))
    since = [update - config["warmup_updates"] for update in at]
    return by_logarithm(rounded, [update for update in since if update >= 0], first, times)


def _warmup(random, base, total):
    return {
        "lr": random.choice([*[[base]] * 29, [base, base]]),
        "warmup_updates": random.choice([0, part(random, total), part(random, total)]),
        "warmup_init_lr": random.choice([-1, 0.0, base * random.random()]),
    }


def cosine(random):
    base, period = rate(random), length(random)
    config = _warmup(random, base, period)
    config |= {
        "min_lr": random.choice([*[0.0, base * random.random()] * 15, base]),
        "t_mult": random.choice([1, 1, 2, 3, 1.5, random.uniform(1.1, 3)]),
        "lr_period_updates": random.choice([period, period, -1]),
        "lr_shrink": random.choice([0.1, 1.0, random.random()]),
        "max_update": config["warmup_updates"] + random.choice([*[period] * 9, 0]),
    }
    warm, marks = config["warmup_updates"], []
    begin = warm
    for cycle in range(6):
        marks.append(int(begin))
        begin += period * config["t_mult"] ** cycle
    return config, marks, int(begin)


def inverse_sqrt(random):
    base, warm = rate(random), length(random)
    config = _warmup(random, base, warm) | {"warmup_updates": random.choice([*[warm] * 19, 0])}
    return config, [warm], 4 * warm + 2


def polynomial(random):
    total, base = length(random), rate(random)
    config = {
        "lr": [base],
        "warmup_updates": part(random, total) + (3 if random.random() < 0.05 else 0),
        "end_learning_rate": random.choice([0.0, base * random.random(), rate(random)]),
        "power": random.choice([1.0, 1.0, 2.0, 0.5, random.uniform(0.3, 3)]),
        "total_num_update": random.choice([*[total] * 29, 0]),
    }
    return config, [config["warmup_updates"], total], total * 5 // 4 + 4


# Ratios whose sum in float64 is 1, and one whose sum is not.
RATIOS = [[0.1, 0.4, 0.5], [0.25, 0.5, 0.25], [0.5, 0.0, 0.5], [0.0, 0.0, 1.0], [0.7, 0.2, 0.1]]


def tri_stage(random):
    stages = [random.choice([0, length(random)]), random.choice([0, length(random)]), length(random)]
    if random.random() < 0.04:
        stages[2] = 0
    config = {
        "lr": [rate(random)],
        "init_lr_scale": random.choice([0.01, fraction(random)]),
        "final_lr_scale": random.choice([*[0.01, 0.05, *[random.random()] * 6] * 4, 0.0]),
    }
    if random.random() < 0.3:
        ratio, most = random.choice(RATIOS), length(random)
        config |= {"phase_ratio": ratio, "max_update": most}
        stages = [int(part * most) for part in ratio]
    else:
        config |= dict(zip(("warmup_steps", "hold_steps", "decay_steps"), stages))
    ends = [stages[0], sum(stages[:2]), sum(stages)]
    return config, ends, ends[2] * 5 // 4 + 3


def triangular(random):
    base = rate(random, high=0.1)
    period = random.choice([length(random), length(random), length(random) + 0.5])
    config = {
        "lr": [base],
        "max_lr": base * random.choice([*[random.uniform(1, 20)] * 29, 1.0]),
        "lr_period_updates": period,
        "lr_shrink": random.choice([0.1, 1.0, random.random()]),
        "shrink_min": random.random() < 0.5,
    }
    half = int(period // 2)
    return config, [half, 2 * half, 4 * half], int(4 * period) + 3


def step(random):
    base, period = rate(random), length(random)
    config = _warmup(random, base, period) | {
        "min_lr": random.choice([*[0.0, base * random.random() * 0.3] * 15, base]),
        "lr_deacy_period": random.choice([*[period] * 29, 0]),
        "lr_decay": random.choice([*[0.5, 0.1, 1.0, random.random(), random.random()] * 6, 1.1]),
    }
    warm = config["warmup_updates"]
    return config, [warm, warm + period, warm + 2 * period], warm + 5 * period


COSINE = {"warmup_updates": 2, "lr_period_updates": 4, "t_mult": 2, "lr_shrink": 0.5, "min_lr": 0.1, "max_update": 0}
POLYNOMIAL = {"warmup_updates": 4, "total_num_update": 8, "end_learning_rate": 0.1}
STAGES = {"warmup_steps": 3, "hold_steps": 2, "decay_steps": 4}
TRIANGLE = {"lr": [0.1], "max_lr": 1.0, "lr_period_updates": 4, "lr_shrink": 0.5}
STEP = {"warmup_updates": 2, "lr_deacy_period": 2}
PEAK = {"lr": [1.0]}

SCHEDULES = {
    "fixed": by_epoch.epochs("fixed", by_epoch.fixed),
    "cosine": updates("cosine", cosine, [(PEAK | COSINE, 8)]),
    "inverse_sqrt": updates("inverse_sqrt", inverse_sqrt, [(PEAK | {"warmup_updates": 4}, 8)]),
    "polynomial_decay": updates("polynomial_decay", polynomial, [(PEAK | POLYNOMIAL, 8)]),
    "polynomial_decay by epochs": by_epoch.epochs("polynomial_decay", by_epoch.polynomial),
    "tri_stage": updates("tri_stage", tri_stage, [(PEAK | STAGES, 9)]),
    "triangular": updates("triangular", triangular, [(TRIANGLE, 9)]),
    "step": updates("step", step, [(PEAK | STEP, 7)]),
    "reduce_lr_on_plateau": ("epochs: the rate that each begins with, then after the last", by_epoch.plateau),
    "manual": by_epoch.epochs("manual", by_epoch.manual),
}
