"""One run of a half cosine in the real framework named on the command line; prints the time of one step as JSON.

Runs in that framework's environment, which `npm run parity -- FRAMEWORK` makes.
"""

import importlib.util
import json
import logging
import statistics
import sys
import time
import warnings
from pathlib import Path

STEPS = 2000
warnings.filterwarnings("ignore")
logging.disable()
HOST = Path(__file__).parents[3] / "parity/frameworks/host.py"


def optimizer():
    import torch

    return torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.1)


def hosted():
    """What loads a framework's own files; its folder has modules named as the frameworks, so it is not a path."""
    specification = importlib.util.spec_from_file_location("host", HOST)
    host = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(host)
    return host


def pytorch():
    torch = hosted().current_torch()

    def run():
        driven = optimizer()
        scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(driven, T_max=STEPS, eta_min=0.001)
        for _ in range(STEPS):
            yield driven.param_groups[0]["lr"]
            scheduler.step()

    return run


def timm():
    host = hosted()
    host.current_torch()
    host.stub("timm", __path__=[str(host.installed("timm", "timm"))])
    from timm.scheduler import CosineLRScheduler

    def run():
        driven = optimizer()
        scheduler = CosineLRScheduler(driven, t_initial=STEPS, lr_min=0.001, t_in_epochs=False)
        for step in range(STEPS):
            yield driven.param_groups[0]["lr"]
            scheduler.step_update(step + 1)

    return run


def optax(jitted=False):
    import jax
    import optax

    schedule = optax.cosine_decay_schedule(0.1, STEPS, alpha=0.01)
    schedule = jax.jit(schedule) if jitted else schedule
    return lambda: (float(schedule(step)) for step in range(STEPS))


def timed(run):
    start = time.perf_counter_ns()
    total = sum(run())
    return (time.perf_counter_ns() - start) / STEPS, total


FRAMEWORKS = {"pytorch": pytorch, "timm": timm, "optax": optax, "optax.jit": lambda: optax(True)}
run = FRAMEWORKS[sys.argv[1]]()
times = [timed(run) for _ in range(3)]
print(json.dumps({"nanoseconds": statistics.median(each[0] for each in times), "sum": times[-1][1]}))
