"""Megatron: OptimizerParamScheduler, counted in samples, for every decay style, and the batch size's ramp-up."""

from importlib import metadata
from types import SimpleNamespace

import host
from common import case, positions, rate
from draw import few, length, part
from megatronRamp import ramps

VERSION = metadata.version("megatron-core")
RAN = f"optimizer_param_scheduler.py and num_microbatches_calculator.py from PyPI's megatron-core {VERSION}"
PRECISION = "float64"
SAMPLES = "samples consumed, what step(increment) adds up"

# It logs through the package's utilities, which want a whole distributed run around them.
host.stub("megatron.core.utils", log_single_rank=lambda *_: None)
_load = lambda name: host.load(f"megatron.core.{name}", host.installed("megatron-core", f"megatron/core/{name}.py"))
OptimizerParamScheduler = _load("optimizer_param_scheduler").OptimizerParamScheduler
calculator = _load("num_microbatches_calculator")

# The worked example that other notes on Megatron use: warm-up 3, decay 9, of which 4 for WSD's annealing.
EXAMPLE = {"init_lr": 0.0, "max_lr": 1.0, "min_lr": 0.1, "lr_warmup_steps": 3, "lr_decay_steps": 9}
# What a table on rates says nothing of, and the other way round.
STEADY = {"start_wd": 0.01, "end_wd": 0.01, "wd_incr_steps": 1, "wd_incr_style": "constant"}
ANNEALING = ["linear", "cosine", "exponential", "minus_sqrt"]


def rates(style, cases):
    """The rates of one lr_decay_style; for WSD in each of its styles."""

    def drawn(random):
        for annealing in ANNEALING if style == "WSD" else [None]:
            wsd = {"wsd_decay_steps": 4, "lr_wsd_decay_style": annealing} if annealing else {}
            yield _case("lr", {**EXAMPLE, "lr_decay_style": style, **wsd}, [{}], list(range(11)))
        for _ in range(cases):
            config, marks, last = _horizon(random, style)
            yield _case("lr", config, _groups(random, _own_rates), few(random, positions(random, marks, last), 9))

    return SAMPLES, drawn


def _horizon(random, style):
    total, top = length(random), rate(random)
    warm = random.choice([*[min(part(random, total), total - 1)] * 29, total])
    config = {
        "init_lr": random.choice([*[0.0] * 10, top, *[top * random.random()] * 10, top * 1.5]),
        "max_lr": top,
        "min_lr": random.choice([*[0.0] * 5, top, *[top * random.random()] * 20, top * 1.1]),
        "lr_warmup_steps": warm,
        "lr_decay_steps": total,
        "lr_decay_style": style,
    }
    if style != "WSD":
        return config, [warm, total], total * 5 // 4 + 3
    annealing = part(random, total)
    config |= {"wsd_decay_steps": annealing, "lr_wsd_decay_style": random.choice([*ANNEALING * 6, None])}
    return config, [warm, total, total - annealing], total * 5 // 4 + 3


def weight_decay(random):
    for style in ("constant", "linear", "cosine"):
        for _ in range(70):
            total, start = length(random), rate(random, 1e-3)
            end = start if style == "constant" else start * random.uniform(1, 5)
            config = {
                "start_wd": start,
                "end_wd": random.choice([*[end] * 30, start * 0.9, start * 1.1]),
                "wd_incr_steps": random.choice([*[total] * 15, 0]),
                "wd_incr_style": style,
            }
            at = few(random, positions(random, [total], total * 5 // 4 + 3), 9)
            yield _case("weight_decay", config, _groups(random, _own_decay), at)


def _groups(random, own):
    """What the groups override: mostly one group that overrides nothing."""
    return [{}] if random.random() < 0.85 else [{}, own(random)]


def _own_rates(random):
    top = rate(random)
    return {"max_lr": top, "min_lr": top * random.random()}


def _own_decay(random):
    start = rate(random, 1e-3)
    end = start * random.choice([1, random.uniform(1, 4)])
    return {"start_wd": start, "end_wd": end, "wd_mult": random.choice([0.0, 1.0, random.random()])}


def _case(key, config, groups, at):
    def run():
        held = [dict(group) for group in groups]
        fixed = {**EXAMPLE, "lr_decay_style": "constant", **STEADY}
        scheduler = OptimizerParamScheduler(SimpleNamespace(param_groups=held), **{**fixed, **config})
        values = []
        for samples in at:
            scheduler.step(samples - scheduler.num_steps)
            values.append([group[key] for group in held] if len(held) > 1 else held[0][key])
        return {"values": values}

    return case({**config, "groups": groups} if any(groups) else config, run, at=at)


SCHEDULES = {
    "constant": rates("constant", 60),
    "linear": rates("linear", 180),
    "cosine": rates("cosine", 180),
    "inverse-square-root": rates("inverse-square-root", 180),
    "WSD": rates("WSD", 300),
    "weight_decay": (SAMPLES, weight_decay),
    "rampup_batch_size": ("iterations", ramps(OptimizerParamScheduler, calculator)),
}
