"""timm: its seven schedulers by absolute time, with warm-up, cycles, k-decay, lr_scale and seeded noise."""

import logging
import math
import warnings
from fractions import Fraction
from importlib import metadata

import host
import timm_draw
from common import case, finite, positions
from draw import fraction
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
    "epochs, or updates where t_in_epochs is false: values at t > 0 are after step(t) or step_update(t), "
    "at 0 as built, as in timm's own loop; stepped0 is the value after step(0) where that is another"
)
CALLS = "epochs: values has the rate as built, then after step(epoch, metric) for epochs 1, 2, 3, …"
CASES = 150
MOST = 6
# Those whose warm-up comes before their own time, unless told otherwise.
PREFIXED = {"StepLRScheduler", "MultiStepLRScheduler", "WSDLRScheduler"}


def schedule(cls, configure, refused=()):
    """Random cases; `configure(random, bases)` gives the class's own options, its landmarks and its length."""

    def cases(random):
        for i in range(CASES):
            rates = draw(random, several=0.12)
            config, marks, total = configure(random, rates)
            warmup = config.get("warmup_t", 0)
            shift = warmup if config.get("warmup_prefix", cls in PREFIXED) else 0
            config |= random.choice([{}, {}, {}, timm_draw.noise(random, total)])
            config |= {"t_in_epochs": False} if random.random() < 0.15 else {}
            config |= refused[i] if i < len(refused) else {}
            marks = [warmup, *(mark + shift for mark in random.sample(marks, min(2, len(marks))))]
            at = positions(random, marks, total * 5 // 4 + shift + 2, MOST)
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
        config |= timm_draw.floor(random, rates) | random.choice([{}, timm_draw.warmup(random, rates, 5, prefix=False)])
        if random.random() < 0.35:
            config |= timm_draw.noise(random, 14) | {"noise_type": random.choice(["normal", "uniform"])}
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
    "CosineLRScheduler": schedule("CosineLRScheduler", timm_draw.cycles, BAD),
    "TanhLRScheduler": schedule("TanhLRScheduler", timm_draw.tanh, [*BAD, {"lb": 3.0, "ub": -3.0}]),
    "PolyLRScheduler": schedule("PolyLRScheduler", timm_draw.poly, BAD),
    "StepLRScheduler": schedule("StepLRScheduler", timm_draw.step, [{"decay_t": 0}]),
    "MultiStepLRScheduler": schedule("MultiStepLRScheduler", timm_draw.multistep),
    "WSDLRScheduler": schedule(
        "WSDLRScheduler", timm_draw.wsd, [*BAD, {"decay_t": 0}, {"decay_fn": "tanh"}, {"decay_power": 0}]
    ),
    "PlateauLRScheduler": (CALLS, plateau),
}
