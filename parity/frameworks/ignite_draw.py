"""Random configurations of PyTorch-Ignite's schedulers, each with its landmarks and the last event to look at."""

import torch_draw
from common import rate
from draw import length, milestones
from torch_draw import rounded


def cyclical(random, rates, warm=True):
    size = random.choice([2, 3, random.randint(2, 12), random.randint(2, 200), max(2, length(random, 60_000))])
    config = {"start_value": rate(random), "end_value": rate(random), "cycle_size": size}
    total, marks = 3 * size, [size, 2 * size]
    if random.random() < 0.5 and size < 1000:
        times = random.choice([1.0, 2, 1.5, 0.9])
        scales = {"start_value_mult": rounded(random, 0.3, 1.1), "end_value_mult": rounded(random, 0.3, 1.1)}
        config |= {"cycle_mult": times} | scales
        total, marks = int(3 * size * max(times, 1) ** 2), [size, size + int(size * times)]
    if warm and random.random() < 0.35:
        config["warmup_duration"] = random.randint(1, max(1, size // 2))
        marks.append(size + config["warmup_duration"])
    if random.random() < 0.1:
        config["param_name"] = "momentum"
    return config, marks, total


def linear_cyclical(random, rates):
    monotonic = random.random() < 0.5
    config, marks, total = cyclical(random, rates, warm=monotonic)
    return config | ({"monotonic": True} if monotonic else {}), marks, total


def piecewise(random, rates):
    total = length(random, 60_000)
    knots = milestones(random, total, 5) or [0]
    if random.random() < 0.2 and len(knots) > 1:
        knots[1] = knots[0]
    return {"milestones_values": [[knot, rate(random)] for knot in knots]}, knots, total + 5


def _child(random, rates):
    """A scheduler of a kind that may be part of another."""
    cls, configure = random.choice(
        [
            ("LinearCyclicalScheduler", linear_cyclical),
            ("CosineAnnealingScheduler", cyclical),
            ("PiecewiseLinear", piecewise),
        ]
    )
    config, _, last = configure(random, rates)
    config.pop("param_name", None)
    return {"class": cls, "config": config}, last


def concat(random, rates):
    children = [_child(random, rates)[0] for _ in range(random.choice([2, 2, 3]))]
    durations = [random.randint(1, 60) for _ in children[1:]]
    ends = [sum(durations[: i + 1]) for i in range(len(durations))]
    return {"schedulers": children, "durations": durations}, ends, ends[-1] + 60


def per_group(random, rates):
    children = [_child(random, rates)[0] for _ in rates]
    for index, child in enumerate(children):
        child["config"]["param_group_index"] = index
    return {"schedulers": children}, [], 60


def _torch_child(random, rates):
    plain = ["StepLR", "MultiStepLR", "ExponentialLR", "CosineAnnealingLR", "LinearLR", "ConstantLR", "PolynomialLR"]
    cls = random.choice([*plain, "LambdaLR", "CosineAnnealingWarmRestarts"])
    options, marks, last = getattr(torch_draw, cls)(random, rates)
    return {"class": cls, "options": options}, marks, last


def wrapped(random, rates):
    spec, marks, last = _torch_child(random, rates)
    return {"lr_scheduler": spec}, marks, last


def warmed(random, rates):
    if random.random() < 0.6:
        spec, _, last = _torch_child(random, rates)
    else:
        spec, last = _child(random, rates)
    warmup = random.choice([2, 3, random.randint(2, 12), random.randint(2, 300)])
    config = {"lr_scheduler": spec, "warmup_start_value": random.choice([0.0, rounded(random, 0, 1) * rates[0]])}
    config["warmup_duration"] = warmup
    if random.random() < 0.4:
        config["warmup_end_value"] = random.choice([rate(random), rates[0]])
    return config, [warmup - 1, warmup], warmup + last


def exponential(random):
    return {"initial_value": rate(random), "gamma": rounded(random, 0.5, 1.01)}, [], random.randint(3, 200)


def step(random):
    size = length(random, 3000)
    return exponential(random)[0] | {"step_size": size}, [size - 1, 2 * size - 1], 4 * size


def multi_step(random):
    total = length(random, 20_000)
    marks = milestones(random, total)
    return exponential(random)[0] | {"milestones": marks}, [mark - 1 for mark in marks], total + 3
