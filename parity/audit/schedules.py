"""The schedules of the audited runs: each as a real PyTorch scheduler, and as the plan that it is meant to follow.

A schedule counts in a unit of its own, updates or epochs: its numbers are what a user would give to the scheduler, and
`plan(unit)` says them with that unit. So a loop that counts wrongly takes a schedule with other numbers, or steps it at
another place, while the plan stays what was meant.
"""

import math
from dataclasses import dataclass, replace

from torch.optim import lr_scheduler


@dataclass(frozen=True)
class Schedule:
    name: str
    total: int
    warmup: int

    def plan(self, unit=None):
        return PLANS[self.name](self, lambda count: f"{count} {unit}" if unit else count)

    def make(self, optimizer, **options):
        """The real scheduler; `options` are PyTorch's own, such as last_epoch."""
        return MAKERS[self.name](self, optimizer, **options)

    def longer(self, factor, warmup=False):
        """With the total (and the warm-up) counted wrongly."""
        return replace(
            self, total=_whole(self.total * factor), warmup=_whole(self.warmup * factor) if warmup else self.warmup
        )

    @property
    def milestones(self):
        return sorted({max(self.warmup + 1, round(self.total * share)) for share in (0.4, 0.7, 0.9)})

    @property
    def every(self):
        return max(1, self.total // 5)

    @property
    def cycle(self):
        return max(2, self.total // 3)

    @property
    def decay(self):
        return max(1, round(self.total * 0.2))

    @property
    def gamma(self):
        return round(0.01 ** (1 / self.total), 6)


def schedule(name, total, warmup=None):
    return Schedule(name, total, max(1, total // 10) if warmup is None else warmup)


def _whole(number):
    return max(1, round(number))


def _climb(s, t, start=0):
    return {"kind": "linear", "from": start, "to": "1x", "over": t(s.warmup)}


def _sequence(*parts):
    return {"kind": "sequence", "parts": list(parts)}


def _one_cycle(s, t):
    rise = {"kind": "cosine", "from": "0.04x", "to": "1x", "over": t(0.3 * s.total), "inclusive": True}
    fall = {"kind": "cosine", "from": "1x", "to": "0.000004x", "over": "rest", "inclusive": True}
    return _sequence(rise, {"plan": fall, "until": t(s.total)})


def _multi_step(s, t):
    levels = ["0.1x", "0.01x", "0.001x"][: len(s.milestones)]
    return {"kind": "piecewise", "from": "1x", "at": [t(m) for m in s.milestones], "to": levels}


PLANS = {
    "warmupLinear": lambda s, t: _sequence(
        _climb(s, t), {"kind": "linear", "from": "1x", "to": 0, "over": t(s.total - s.warmup)}
    ),
    "warmupCosine": lambda s, t: _sequence(
        _climb(s, t), {"kind": "cosine", "from": "1x", "to": "0.05x", "over": t(s.total - s.warmup)}
    ),
    "warmupMultiStep": lambda s, t: _sequence(_climb(s, t, "0.1x"), {"plan": _multi_step(s, t), "clock": "global"}),
    "warmupPolynomial": lambda s, t: _sequence(
        _climb(s, t), {"kind": "polynomial", "from": "1x", "to": "0.01x", "over": t(s.total - s.warmup), "power": 2}
    ),
    "warmupConstant": lambda s, t: _sequence(_climb(s, t), {"kind": "constant", "value": "1x"}),
    "warmupInverseSqrt": lambda s, t: _sequence(
        _climb(s, t), {"kind": "powerLaw", "from": "1x", "every": t(s.warmup), "power": -0.5}
    ),
    "wsd": lambda s, t: _sequence(
        _climb(s, t),
        {"kind": "constant", "value": "1x", "over": t(s.total - s.warmup - s.decay)},
        {"kind": "linear", "from": "1x", "to": 0, "over": t(s.decay)},
    ),
    "oneCycle": _one_cycle,
    "multiStep": _multi_step,
    "step": lambda s, t: {"kind": "exponential", "from": "1x", "factor": 0.5, "every": t(s.every), "staircase": True},
    "exponential": lambda s, t: {"kind": "exponential", "from": "1x", "factor": s.gamma, "every": t(1)},
    # PyTorch's cosine rises again after its end, so that this is what is read from code with it.
    "cosine": lambda s, t: {"kind": "cosineWave", "from": "1x", "to": 0, "over": t(s.total)},
    "linear": lambda s, t: {"kind": "linear", "from": "1x", "to": "0.1x", "over": t(s.total)},
    "restarts": lambda s, t: {"kind": "repeat", "plan": {"kind": "cosine", "from": "1x", "to": 0, "over": t(s.cycle)}},
    "sequentialCosine": lambda s, t: _sequence(
        _climb(s, t, "0.01x"), {"kind": "cosineWave", "from": "1x", "to": 0, "over": t(s.total - s.warmup)}
    ),
}


def _lambda(after):
    """LambdaLR with a linear warm-up from 0, then after(schedule, step)."""

    def make(s, optimizer, **options):
        def factor(step):
            return step / s.warmup if step < s.warmup else after(s, step)

        return lr_scheduler.LambdaLR(optimizer, factor, **options)

    return make


def _share(s, step):
    return min(1, (step - s.warmup) / max(1, s.total - s.warmup))


def _sequential(start, after):
    def make(s, optimizer, **options):
        # SequentialLR of this PyTorch takes its children's start with it when it is told a last_epoch, so it is not.
        warm = lr_scheduler.LinearLR(optimizer, start_factor=start, total_iters=s.warmup)
        return lr_scheduler.SequentialLR(optimizer, [warm, after(s, optimizer)], milestones=[s.warmup], **options)

    return make


MAKERS = {
    "warmupLinear": _lambda(lambda s, step: 1 - _share(s, step)),
    "warmupCosine": _lambda(lambda s, step: 0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * _share(s, step)))),
    "warmupPolynomial": _lambda(lambda s, step: 0.01 + 0.99 * (1 - _share(s, step)) ** 2),
    "warmupConstant": _lambda(lambda s, step: 1.0),
    "warmupInverseSqrt": _lambda(lambda s, step: 1 / math.sqrt(step / s.warmup)),
    "wsd": _lambda(lambda s, step: min(1.0, max(0.0, (s.total - step) / s.decay))),
    "warmupMultiStep": _sequential(
        0.1, lambda s, optimizer: lr_scheduler.MultiStepLR(optimizer, [m - s.warmup for m in s.milestones], gamma=0.1)
    ),
    "sequentialCosine": _sequential(
        0.01, lambda s, optimizer: lr_scheduler.CosineAnnealingLR(optimizer, s.total - s.warmup)
    ),
    "oneCycle": lambda s, optimizer, **options: lr_scheduler.OneCycleLR(
        optimizer,
        [group["lr"] for group in optimizer.param_groups],
        total_steps=s.total,
        cycle_momentum=False,
        **options,
    ),
    "multiStep": lambda s, optimizer, **options: lr_scheduler.MultiStepLR(
        optimizer, s.milestones, gamma=0.1, **options
    ),
    "step": lambda s, optimizer, **options: lr_scheduler.StepLR(optimizer, s.every, gamma=0.5, **options),
    "exponential": lambda s, optimizer, **options: lr_scheduler.ExponentialLR(optimizer, s.gamma, **options),
    "cosine": lambda s, optimizer, **options: lr_scheduler.CosineAnnealingLR(optimizer, s.total, **options),
    "linear": lambda s, optimizer, **options: lr_scheduler.LinearLR(
        optimizer, 1.0, 0.1, total_iters=s.total, **options
    ),
    "restarts": lambda s, optimizer, **options: lr_scheduler.CosineAnnealingWarmRestarts(optimizer, s.cycle, **options),
}

SMOOTH = [name for name in PLANS if name not in ("multiStep", "step")]
"""Those that move within an epoch."""
LAMBDAS = ["warmupLinear", "warmupCosine", "warmupPolynomial", "warmupConstant", "warmupInverseSqrt", "wsd"]
"""Those whose state holds no numbers of the schedule, so that a resumed run may give it others."""
WARM = [*LAMBDAS, "warmupMultiStep", "sequentialCosine"]
"""Those with a warm-up."""
FIXED = [name for name in PLANS if name not in ("warmupConstant", "warmupInverseSqrt", "oneCycle")]
TIMED = ["warmupLinear", "warmupCosine", "warmupPolynomial", "wsd", "warmupMultiStep", "sequentialCosine", "multiStep"]
TIMED += ["step", "cosine", "linear", "oneCycle"]
"""Those that are told a total."""
