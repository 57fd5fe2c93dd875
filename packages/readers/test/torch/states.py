"""Makes states.json: what PyTorch's own state_dict() is after some steps, and the rates of the steps from the start.

Run from the root: parity/.venv/torchCurrent/bin/python packages/readers/test/torch/states.py
"""

import json
import pathlib
import sys
import warnings

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parents[3] / "parity" / "frameworks"))
warnings.filterwarnings("ignore")

import host  # noqa: E402

host.current_torch()

import torch  # noqa: E402
from torch.optim import lr_scheduler as s  # noqa: E402
from torch.optim.swa_utils import SWALR  # noqa: E402

BASES = [0.1, 0.02]
STEPS = 12

MAKE = {
    "StepLR": lambda o: s.StepLR(o, 5, 0.5),
    "MultiStepLR": lambda o: s.MultiStepLR(o, [8, 3, 3], 0.5),
    "ConstantLR": lambda o: s.ConstantLR(o, 0.25, 4),
    "LinearLR": lambda o: s.LinearLR(o, 0.1, 0.9, 6),
    "ExponentialLR": lambda o: s.ExponentialLR(o, 0.9),
    "PolynomialLR": lambda o: s.PolynomialLR(o, 20, 2.0),
    "CosineAnnealingLR": lambda o: s.CosineAnnealingLR(o, 15, 0.001),
    "CosineAnnealingWarmRestarts": lambda o: s.CosineAnnealingWarmRestarts(o, 4, 2, 0.001),
    "CyclicLR": lambda o: s.CyclicLR(o, 0.01, [0.1, 0.2], 3, 5, mode="triangular2"),
    "OneCycleLR": lambda o: s.OneCycleLR(o, [0.1, 0.2], total_steps=40, pct_start=0.25, three_phase=True),
    "SWALR": lambda o: SWALR(o, 0.05, 4, "linear"),
    "SequentialLR": lambda o: s.SequentialLR(o, [s.LinearLR(o, 0.01, 1.0, 3), s.StepLR(o, 4, 0.1)], [3]),
    "ChainedScheduler": lambda o: s.ChainedScheduler([s.ConstantLR(o, 0.5, 2), s.ExponentialLR(o, 0.9)]),
}


def case(name):
    groups = [{"params": [torch.nn.Parameter(torch.zeros(1))], "lr": lr} for lr in BASES]
    optimizer = torch.optim.SGD(groups, lr=1.0, momentum=0.9)
    scheduler = MAKE[name](optimizer)
    rates = [[group["lr"] for group in optimizer.param_groups]]
    for _ in range(STEPS):
        scheduler.step()
        rates.append([group["lr"] for group in optimizer.param_groups])
    groups = [{k: v for k, v in group.items() if k != "params"} for group in optimizer.param_groups]
    keep = {"lr", "initial_lr", "max_lr", "min_lr", "max_momentum", "base_momentum", "swa_lr"}
    groups = [{k: v for k, v in group.items() if k in keep} for group in groups]
    return {"name": name, "scheduler": scheduler.state_dict(), "optimizer": {"param_groups": groups}, "rates": rates}


plateau = s.ReduceLROnPlateau(torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.1), "max", 0.5, 2, min_lr=1e-4)
cases = {
    "ran": f"torch/optim/lr_scheduler.py of PyTorch {host.TORCH}",
    "cases": [case(name) for name in MAKE],
    "plateau": json.dumps(plateau.state_dict()),
}
(HERE / "states.json").write_text(json.dumps(cases, default=str) + "\n")
