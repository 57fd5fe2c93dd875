"""timm: its seven schedulers by absolute time, with warm-up, cycles, k-decay, lr_scale and seeded noise."""

import logging
import math
import warnings
from fractions import Fraction
from importlib import metadata

import host
from common import case, finite, positions
from draw import fraction, length, milestones
from groups import bases, draw, held, sgd
from metrics import metrics

warnings.filterwarnings("ignore")
logging.disable()
host.current_torch()
# The package's own __init__ imports every model.
host.stub("timm", __path__=[str(host.installed("timm", "timm"))])

from timm import scheduler as timm  # noqa: E402

VERSION = metadata.version("timm")
RAN = f"timm/scheduler from PyPI's timm {VERSION}, on Debian's torch (noise) and PyPI's torch {host.TORCH} (plateau)"
PRECISION = "float64"
TIMES = (
    "epochs, or updates where t_in_epochs is false: values at t > 0 are after step(t) or step_update(t), at 0 as built, "
    "as in timm's own loop; stepped0 is the value after step(0) where that is another"
)
CALLS = "epochs: values has the rate as built, then after step(epoch, metric) for epochs 1, 2, 3, …"
CASES = 150
MOST = 6


def schedule(cls, configure, refused=()):
    """Random cases; `configure(random, bases)` gives the class's own options, its landmarks and its length."""

    def cases(random):
        for i in range(CASES):
            rates = draw(random, several=0.12)
            config, marks, total = configure(random, rates)
            warmup = config.get("warmup_t", 0)
            shift = warmup if config.get("warmup_prefix", cls.endswith("StepLRScheduler") or cls.startswith("WSD")) else 0
            config |= random.choice([{}, {}, {}, _noise(random, total)])
            config |= {"t_in_epochs": False} if random.random() < 0.15 else {}
            config |= refused[i] if i < len(refused) else {}
            marks = [warmup, *random.sample(marks, min(2, len(marks)))]
            at = positions(random, [mark + shift * (mark is not warmup) for mark in marks], total * 5 // 4 + shift + 2, MOST)
            scale = [round(random.random(), 3) for _ in rates] if random.random() < 0.1 else None
            facts = bases(rates) | ({"lrScale": scale} if scale else {}) | _cycle_fault(config, shift, at)
            yield case(config, lambda: _values(cls, rates, scale, config, at), **facts, at=at)

    return TIMES, cases


def _values(cls, rates, scale, config, at):
    optimizer = sgd(rates)
    for group, one in zip(optimizer.param_groups, scale or []):
        group["lr_scale"] = one
    scheduler = getattr(timm, cls)(optimizer, **config)
    step = scheduler.step if config.get("t_in_epochs", True) else scheduler.step_update
    built = held(optimizer)
    values = []
    for t in at:
        step(t)
        values.append(held(optimizer))
    if at[0] != 0 or values[0] == built:
        return {"values": values}
    return {"values": [built, *values[1:]], "stepped0": values[0]}


def _cycle_fault(config, shift, at):
    """Whether the rounding of a logarithm put some position into the wrong cycle."""
    times = config.get("cycle_mul", 1)
    if times == 1 or config["t_initial"] == 0:
        return {}
    for t in (t - shift for t in at if t >= max(config.get("warmup_t", 0), 1)):
        within = 1 - t / config["t_initial"] * (1 - times)
        cycle, end = 0, Fraction(config["t_initial"])
        while within > 0 and t >= end:
            cycle, end = cycle + 1, end + config["t_initial"] * Fraction(times) ** (cycle + 1)
        if within > 0 and cycle != math.floor(math.log(within, times)):
            return {"fault": "cycleByLogarithm"}
    return {}


def _noise(random, total):
    start = random.randint(0, total)
    noise = {"noise_range_t": random.choice([start, [start, total], [0, max(1, start)], 0])}
    if random.random() < 0.7:
        noise |= {"noise_pct": random.choice([0.1, 0.3, 1.5]), "noise_seed": random.choice([0, 7, random.getrandbits(33)])}
    return noise | ({"noise_std": random.choice([0.1, 0.5, 2.0])} if random.random() < 0.4 else {})


def _warmup(random, rates, total, prefix=True):
    warmup = random.choice([0, 0, 1, total, *(random.randint(0, max(1, total // 3)) for _ in range(5))])
    if warmup == 0:
        return {}
    start = random.choice([0.0, 1e-5, float(f"{rates[0] * random.random():.4g}")])
    config = {"warmup_t": warmup, "warmup_lr_init": start}
    return config | (random.choice([{}, {"warmup_prefix": True}, {"warmup_prefix": False}]) if prefix else {})


def _floor(random, rates):
    return random.choice([{}, {"lr_min": 1e-5}, {"lr_min": float(f"{rates[0] * random.random():.4g}")}])


def _cycles(random, rates, k=True):
    """What cosine, tanh and poly share: the length, its cycles, the floor, the warm-up, the k-decay."""
    first = length(random)
    config, marks, total = {"t_initial": first}, [first], first
    if random.random() < 0.5:
        limit = random.choice([0, 1, 2, 3, 5])
        times = random.choice([1.0, 2, 2.0, 3, 1.5, 0.5]) if first < 10_000 else 1.0
        config |= {"cycle_limit": limit, "cycle_mul": times, "cycle_decay": random.choice([1.0, 0.5, 0.1, 0.77])}
        lengths = [first * times**i for i in range(max(1, limit))]
        marks = [math.ceil(sum(lengths[: i + 1])) for i in range(len(lengths))]
        total = marks[-1]
    config |= _floor(random, rates) | _warmup(random, rates, first)
    if k and random.random() < 0.3:
        config["k_decay"] = random.choice([0.5, 2.0, 1.7])
    return config, marks, total


def poly(random, rates):
    config, marks, total = _cycles(random, rates)
    return config | random.choice([{}, {"power": 1.0}, {"power": 2}, {"power": 0.9}]), marks, total


def tanh(random, rates):
    config, marks, total = _cycles(random, rates, k=False)
    return config | random.choice([{}, {"lb": -3.0, "ub": 2.0}, {"lb": -6, "ub": 0.5}]), marks, total


def step(random, rates):
    every = random.choice([1, 2.5, 30.7, length(random), length(random)])
    config = {"decay_t": every, "decay_rate": random.choice([0.1, 0.5, 0.97, 1.0, fraction(random)])}
    config |= _warmup(random, rates, math.ceil(every))
    return config, [math.ceil(every), math.ceil(2 * every)], math.ceil(4 * every)


def multistep(random, rates):
    total = length(random)
    marks = milestones(random, total)
    config = {"decay_t": marks, "decay_rate": random.choice([0.1, 0.5, 1.0, fraction(random)])}
    # A milestone m acts at m - 1.
    return config | _warmup(random, rates, total), [mark - 1 for mark in marks], total


def wsd(random, rates):
    total = length(random)
    config = {"t_initial": total, "decay_t": random.choice([1, total, random.randint(1, total), max(1, total // 5)])}
    config |= _floor(random, rates) | _warmup(random, rates, total, prefix=False)
    config |= random.choice([{}, {"stable_fn": "rsqrt"}, {"stable_fn": "power", "stable_power": random.choice([0.5, 1.3])}])
    config |= {"stable_timescale": length(random, 1000)} if "stable_fn" in config and random.random() < 0.6 else {}
    config["decay_fn"] = random.choice(["linear", "1-sqrt", "cosine", "power", "exp"])
    config |= {"decay_power": random.choice([0.5, 1.0, 2.0])} if config["decay_fn"] == "power" else {}
    config |= {"decay_ratio": random.choice([0.1, 0.01, 0.9])} if config["decay_fn"] == "exp" else {}
    return config, [total - config["decay_t"], total], total


def plateau(random):
    for i in range(CASES):
        rates = draw(random, several=0.12)
        config = {
            "mode": random.choice(["min", "max"]),
            "decay_rate": random.choice([0.1, 0.5, fraction(random) * 0.9]),
            "patience_t": random.choice([0, 1, 2, 4]),
            "threshold": random.choice([1e-4, 0.0, 0.05]),
            "cooldown_t": random.choice([0, 0, 1, 3]),
        }
        config |= _floor(random, rates) | random.choice([{}, _warmup(random, rates, 5, prefix=False)])
        if random.random() < 0.35:
            config |= _noise(random, 14) | {"noise_type": random.choice(["normal", "uniform"])}
        config |= {"decay_rate": 1.0} if i == 0 else {}
        seen = metrics(random, 14)
        yield case(config, lambda: _plateau(rates, config, seen), **bases(rates), metrics=finite(seen))


def _plateau(rates, config, seen):
    optimizer = sgd(rates)
    scheduler = timm.PlateauLRScheduler(optimizer, **config)
    values = [held(optimizer)]
    for epoch, metric in enumerate(seen, 1):
        scheduler.step(epoch, metric)
        values.append(held(optimizer))
    return {"values": values}


BAD = [{"t_initial": 0}, {"lr_min": -0.1}]
SCHEDULES = {
    "CosineLRScheduler": schedule("CosineLRScheduler", _cycles, BAD),
    "TanhLRScheduler": schedule("TanhLRScheduler", tanh, [*BAD, {"lb": 3.0, "ub": -3.0}]),
    "PolyLRScheduler": schedule("PolyLRScheduler", poly, BAD),
    "StepLRScheduler": schedule("StepLRScheduler", step, [{"decay_t": 0}]),
    "MultiStepLRScheduler": schedule("MultiStepLRScheduler", multistep),
    "WSDLRScheduler": schedule("WSDLRScheduler", wsd, [*BAD, {"decay_t": 0}, {"decay_fn": "tanh"}, {"decay_power": 0}]),
    "PlateauLRScheduler": (CALLS, plateau),
}
