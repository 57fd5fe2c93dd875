"""What timm's create_scheduler_v2 makes of random arguments: writes factory.json beside this file.

Run with the environment that parity/make.py makes: parity/.venv/timm/bin/python packages/readers/test/timm/factory.py
"""

import json
import logging
import random
import sys
import warnings
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[3] / "parity/frameworks"))

import host  # noqa: E402

warnings.filterwarnings("ignore")
logging.disable()
torch = host.current_torch()
# The package's own __init__ imports every model.
host.stub("timm", __path__=[str(host.installed("timm", "timm"))])

from timm.scheduler import create_scheduler_v2  # noqa: E402

CHOICES = {
    "decay_epochs": [1, 3, 0.3, 2.4, None],
    "decay_milestones": [[3, 6], [5, 20, 40]],
    "cooldown_epochs": [0, 5],
    "decay_rate": [0.1, 0.5, 0.9],
    "min_lr": [0, 1e-5],
    "warmup_lr": [1e-6, 1e-4],
    "warmup_epochs": [0, 1, 5],
    "warmup_prefix": [True, False],
    "noise": [[0.4, 0.9], 0.3, [0.5], None, None, None],
    "noise_seed": [1, 9],
    "cycle_mul": [1.0, 2.0, 1.5],
    "cycle_decay": [0.5, 1.0],
    "cycle_limit": [1, 2, 3],
    "k_decay": [1.0, 0.5],
    "decay_fn": ["linear", "1-sqrt", "cosine"],
    "stable_timescale": [3.0, 10.0],
}
SCHEDULES = ["cosine", "tanh", "poly", "step", "multistep", "wsd", "rsqrt", "constant"]


def draw(random):
    config = {"sched": random.choice(SCHEDULES), "num_epochs": random.choice([1, 10, 50, 300])}
    config |= {name: random.choice(values) for name, values in CHOICES.items() if random.random() < 0.5}
    updates = random.choice([7, 13])
    if random.random() < 0.3:
        config |= {"step_on_epochs": False, "updates_per_epoch": updates}
    return config, random.choice([0.1, 5e-4]), 1 if config.get("step_on_epochs", True) else updates


def case(random):
    config, lr, updates = draw(random)
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=lr)
    try:
        scheduler, epochs = create_scheduler_v2(optimizer, **config)
    except (ValueError, AssertionError) as error:
        return {"config": config, "base": lr, "raises": repr(error)}
    end = int(epochs) * updates
    at = sorted({0, 1, end - 1, end, *(random.randint(0, end + 3) for _ in range(5))})
    step = scheduler.step if updates == 1 else scheduler.step_update
    values = []
    for t in at:
        if t > 0:
            step(t)
        values.append(optimizer.param_groups[0]["lr"])
    return {"config": config, "base": lr, "epochs": epochs, "at": at, "values": values}


if __name__ == "__main__":
    source = random.Random(20261123)
    cases = [case(source) for _ in range(300)]
    (HERE / "factory.json").write_text(json.dumps(cases, separators=(",", ":")) + "\n")
