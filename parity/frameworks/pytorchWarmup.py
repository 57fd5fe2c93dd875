"""pytorch_warmup: the five dampening classes, on a constant rate and on PyTorch's own schedules."""

import warnings

import host

warnings.filterwarnings("ignore")
host.current_torch()

import pytorch_warmup  # noqa: E402
import torch_draw  # noqa: E402
from common import case, positions  # noqa: E402
from draw import length  # noqa: E402
from groups import adam, bases, draw, held  # noqa: E402
from torch_drive import build  # noqa: E402

VERSION = pytorch_warmup.__version__
RAN = f"pytorch_warmup from PyPI's pytorch-warmup {VERSION}, over lr_scheduler.py of PyPI's torch {host.TORCH}"
PRECISION = "float64"
UPDATES = (
    "updates: the rate for update at+1, in the documented loop `with warmup.dampening(): schedule.step()`; "
    "schedule is a class of PyTorch with its options in camelCase, as in torchCurrent.json"
)
CASES = 150
MOST = 6
# Above, the position is set by dampen(step), which a constant rate allows.
STEPPED = 5000


def dampened(cls, configure, refused=()):
    def cases(random):
        for i in range(CASES):
            rates = draw(random, several=0.12)
            config, marks = configure(random, rates)
            last = max(3, 3 * max(marks))
            if random.random() < 0.5 and last < STEPPED:
                name = random.choice(["CosineAnnealingLR", "StepLR", "LinearLR", "ExponentialLR"])
                config["schedule"] = {"class": name, "options": getattr(torch_draw, name)(random, rates)[0]}
            config |= refused[i] if i < len(refused) else {}
            at = positions(random, random.sample(marks, min(2, len(marks))), last, MOST)
            yield case(config, lambda: _values(cls, rates, config, at), **bases(rates), at=at)

    return UPDATES, cases


def _values(cls, rates, config, at):
    optimizer = adam(rates, betas=config.get("betas", (0.9, 0.999)))
    schedule = build(optimizer, config["schedule"]) if "schedule" in config else None
    own = {key: value for key, value in config.items() if key not in ("betas", "schedule")}
    warmup = getattr(pytorch_warmup, cls)(optimizer, **own)
    values = []
    for position in at:
        if at[-1] > STEPPED:
            for group, rate in zip(optimizer.param_groups, rates):
                group["lr"] = rate
            warmup.dampen(position)
        while warmup.last_step < position:
            with warmup.dampening():
                if schedule:
                    schedule.step()
        values.append(held(optimizer))
    return {"values": values}


def period(random, rates):
    listed = [length(random) for _ in rates]
    return {"warmup_period": random.choice([listed[0], listed])}, listed[:2]


def beta2(random, rates):
    beta = random.choice([0.999, 0.99, 0.95, 0.9, 0.8, 0.7, 0.61, 0.9999, 0.99999, round(random.uniform(0.61, 1), 6)])
    return {"betas": [0.9, beta]}, [int(2 / (1 - beta)), 5]


PERIODS = [{"warmup_period": wrong} for wrong in (0, -3, 2.5, [5, 5, 5, 5])]
SCHEDULES = {
    "LinearWarmup": dampened("LinearWarmup", period, PERIODS),
    "ExponentialWarmup": dampened("ExponentialWarmup", period, PERIODS),
    "UntunedLinearWarmup": dampened("UntunedLinearWarmup", beta2),
    "UntunedExponentialWarmup": dampened("UntunedExponentialWarmup", beta2),
    "RAdamWarmup": dampened("RAdamWarmup", beta2, [{"betas": [0.9, 0.6]}, {"betas": [0.9, 0.3]}]),
}
