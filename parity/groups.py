"""Writes packages/anneal/test/parity/groups.json: real PyTorch trains a small network with two param groups under
schedules; with --check, compares instead of writing.

    /usr/bin/python3 -B parity/groups.py [--check]
"""

import json
import math
import random
import sys
from pathlib import Path

import torch

TARGET = Path(__file__).parent.parent / "packages/anneal/test/parity/groups.json"
STEPS = 50
SAMPLES, INPUTS, HIDDEN, OUTPUTS = 24, 5, 8, 3
# PyTorch computes in float32; another processor or thread count may add up in another order.
SAME = 1e-5
NAMES = ["hiddenWeight", "hiddenBias", "outputWeight", "outputBias"]
FACTORS = {
    "linear": lambda t: 1 + (0.1 - 1) * t / STEPS,
    "cosine": lambda t: (1 + math.cos(math.pi * t / STEPS)) / 2,
}
CURVES = ["linear", "cosine"]
# PyTorch's AdamW has a weight decay of 0.01 where none is given.
ADAM = {"eps": 1e-8, "weight_decay": 0}

# Each case: the optimizer and the two groups' hyperparameters, by PyTorch's names. `decoupled` is weight decay that
# PyTorch's class lacks and that is done by hand: each parameter with a gradient times 1 - lr * decay before the update.
# `frozen`: parameters whose requires_grad is off from one step until another.
CASES = [
    ("SGD", {}, [{"lr": 0.1, "weight_decay": 0.05}, {"lr": 0.3}], {}),
    ("SGD", {"momentum": 0.9}, [{"lr": 0.05}, {"lr": 0.1, "momentum": 0.5}], {}),
    ("SGD", {"momentum": 0.9}, [{"lr": 0.05}, {"lr": 0.1, "decoupled": 0.1}], {}),
    ("SGD", {"momentum": 0.9, "nesterov": True}, [{"lr": 0.05}, {"lr": 0.1, "momentum": 0.5}], {}),
    ("Adam", ADAM, [{"lr": 0.01}, {"lr": 0.05, "betas": [0.8, 0.95]}], {}),
    ("AdamW", ADAM, [{"lr": 0.01, "weight_decay": 0.1}, {"lr": 0.05, "weight_decay": 0.5}], {}),
    ("SGD", {"momentum": 0.9}, [{"lr": 0.05}, {"lr": 0.1}], {"hiddenWeight": [10, 25], "outputBias": [20, 40]}),
    ("AdamW", ADAM, [{"lr": 0.01, "weight_decay": 0.1}, {"lr": 0.05}], {"hiddenWeight": [12, 30], "hiddenBias": [12, 30]}),
    ("AdamW", ADAM, [{"lr": 0.01}, {"lr": 0.05, "weight_decay": 0.5}], {"hiddenBias": [0, 20], "outputWeight": [15, 35]}),
]


def make():
    seeded = random.Random(20261123)
    shapes = [[INPUTS, HIDDEN], [HIDDEN], [HIDDEN, OUTPUTS], [OUTPUTS]]
    weights = {name: _numbers(seeded, shape, 0.6) for name, shape in zip(NAMES, shapes)}
    data = {"inputs": _numbers(seeded, [SAMPLES, INPUTS], 1), "targets": _numbers(seeded, [SAMPLES, OUTPUTS], 1)}
    cases = [
        {"optimizer": name, "options": options, "groups": groups, "frozen": frozen, "losses": losses}
        for name, options, groups, frozen in CASES
        for losses in [_train(weights, data, name, options, groups, frozen)]
    ]
    return {"torch": torch.__version__, "curves": CURVES, "weights": weights, "data": data, "updates": cases}


def _numbers(seeded, shape, size):
    """Three decimals, so that float32 holds the nearest number to the same short text everywhere."""
    if len(shape) > 1:
        return [_numbers(seeded, shape[1:], size) for _ in range(shape[0])]
    return [round(seeded.gauss(0, size), 3) for _ in range(shape[0])]


def _train(weights, data, name, options, groups, frozen):
    parameters = {key: torch.tensor(value, requires_grad=True) for key, value in weights.items()}
    inputs, targets = (torch.tensor(data[key]) for key in ("inputs", "targets"))
    halves = [NAMES[:2], NAMES[2:]]
    own = [{key: value for key, value in group.items() if key != "decoupled"} for group in groups]
    lists = [{"params": [parameters[key] for key in half], **group} for half, group in zip(halves, own)]
    optimizer = getattr(torch.optim, name)(lists, lr=1.0, **options)
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, [FACTORS[one] for one in CURVES])
    losses = []
    for step in range(STEPS):
        for key, (start, end) in frozen.items():
            parameters[key].requires_grad_(not start <= step < end)
        optimizer.zero_grad(set_to_none=True)
        hidden = torch.tanh(inputs @ parameters["hiddenWeight"] + parameters["hiddenBias"])
        outputs = hidden @ parameters["outputWeight"] + parameters["outputBias"]
        loss = torch.nn.functional.mse_loss(outputs, targets)
        loss.backward()
        losses.append(float(f"{loss.item():.8g}"))
        with torch.no_grad():
            for group, given in zip(optimizer.param_groups, groups):
                for one in group["params"]:
                    if one.grad is not None:
                        one.mul_(1 - group["lr"] * given.get("decoupled", 0))
        optimizer.step()
        scheduler.step()
    return losses


def text(made):
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in made["updates"])
    head = json.dumps({key: made[key] for key in made if key != "updates"}, separators=(",", ":"))
    return f'{head[:-1]},"updates":[\n{lines}\n]}}\n'


def same(made, kept):
    if isinstance(made, float) and isinstance(kept, (int, float)):
        return abs(made - kept) <= SAME * abs(kept)
    if isinstance(made, dict):
        return isinstance(kept, dict) and list(made) == list(kept) and all(same(made[key], kept[key]) for key in made)
    if isinstance(made, list):
        return isinstance(kept, list) and len(made) == len(kept) and all(map(same, made, kept))
    return made == kept


def main(arguments):
    made = make()
    if not arguments:
        TARGET.write_text(text(made))
        return f"{TARGET}: {len(made['updates'])} cases, torch {made['torch']}, {TARGET.stat().st_size} bytes", 0
    if arguments != ["--check"]:
        return __doc__, 2
    kept = json.loads(TARGET.read_text())
    for key in ("curves", "weights", "data", "updates"):
        if not same(made[key], kept[key]):
            return f"{TARGET}: {key} is not what torch {made['torch']} computes", 1
    return f"{len(kept['updates'])} cases are as torch {made['torch']} computes them (kept from {kept['torch']})", 0


if __name__ == "__main__":
    message, code = main(sys.argv[1:])
    print(message)
    sys.exit(code)
