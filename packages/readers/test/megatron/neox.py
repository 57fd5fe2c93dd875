"""Runs the scheduler of GPT-NeoX 2.0's megatron/learning_rates.py and writes neox.json.

    python3 neox.py <folder of GPT-NeoX's source>

It is run from its own text with a stand-in for the function that it prints with.
"""

import json
import math
import sys
import types
from pathlib import Path

STYLES = ["constant", "linear", "cosine", "exponential"]
# Horizons that are whole and not, warm-ups of none, of less than an update and of a part of one, and runs that are longer.
CASES = [
    {"lr_decay_style": style, "warmup": warmup, "min_lr": least, "train_iters": 120, **more}
    for style in STYLES
    for warmup in [0, 0.003, 0.01, 0.1, 0.123]
    for least in [0, 1e-5, 4e-4]
    for more in [{}, {"lr_decay_iters": 80}, {"lr_decay_fraction": 0.66}]
]


def load(folder):
    package = types.ModuleType("megatron")
    package.print_rank_0 = lambda *_: None
    sys.modules["megatron"] = package
    names = {}
    exec((Path(folder) / "megatron/learning_rates.py").read_text(encoding="utf-8"), names)
    return names["AnnealingLR"]


def rates(annealing, case):
    # As megatron/training.py's get_learning_rate_scheduler does.
    if "lr_decay_iters" in case:
        length = case["lr_decay_iters"]
    else:
        length = math.floor(case["train_iters"] * case.get("lr_decay_fraction", 1))
    optimizer = types.SimpleNamespace(param_groups=[{}])
    warmup = case["warmup"] * length
    made = annealing(optimizer, 5e-4, warmup, length, case["lr_decay_style"], 0, min_lr=case["min_lr"])
    found = []
    for _ in range(case["train_iters"]):
        found.append(optimizer.param_groups[0]["lr"])
        made.step()
    return found


if __name__ == "__main__":
    annealing = load(sys.argv[1])
    lines = [json.dumps({"settings": case, "lr": rates(annealing, case)}) for case in CASES]
    Path(__file__).with_suffix(".json").write_text("[\n" + ",\n".join(lines) + "\n]\n")
