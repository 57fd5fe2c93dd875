"""Writes packages/anneal/test/parity/torch.json from the real PyTorch; with --check, compares instead of writing.

    /usr/bin/python3 -B parity/make.py [--check]
"""

import json
import random
import sys
from pathlib import Path

import torch

import step_and_multi_step
import warmup_multi_factor

TARGET = Path(__file__).parent.parent / "packages/anneal/test/parity/torch.json"
# Another processor's or C library's pow and cos may differ in the last bits, and in nothing else.
LAST_BITS = 1e-14


def make():
    seeded = random.Random(20231228)
    cases = [*step_and_multi_step.cases(seeded), *warmup_multi_factor.cases(seeded)]
    return {"torch": torch.__version__, "cases": cases}


def text(made):
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in made["cases"])
    return f'{{"torch": {json.dumps(made["torch"])}, "cases": [\n{lines}\n]}}\n'


def difference(made, kept, path=""):
    """The path of the first value that is not the same, or None. Rates may differ in the last bits."""
    if isinstance(made, float) and isinstance(kept, (int, float)):
        return None if abs(made - kept) <= LAST_BITS * abs(kept) else f"{path}: made {made!r}, kept {kept!r}"
    if type(made) is not type(kept):
        return f"{path}: made {made!r}, kept {kept!r}"
    if isinstance(made, dict):
        made, kept = [list(item) for item in made.items()], [list(item) for item in kept.items()]
    if not isinstance(made, list):
        return None if made == kept else f"{path}: made {made!r}, kept {kept!r}"
    if len(made) != len(kept):
        return f"{path}: made {len(made)} entries, kept {len(kept)}"
    found = (difference(a, b, f"{path}/{i}") for i, (a, b) in enumerate(zip(made, kept)))
    return next((one for one in found if one), None)


def main(arguments):
    made = make()
    if not arguments:
        TARGET.write_text(text(made))
        return f"{TARGET}: {len(made['cases'])} cases, torch {made['torch']}, {TARGET.stat().st_size} bytes", 0
    if arguments != ["--check"]:
        return __doc__, 2
    kept = json.loads(TARGET.read_text())
    found = difference(json.loads(text(made))["cases"], kept["cases"], "cases")
    if found:
        return f"{TARGET} is not what torch {made['torch']} computes:\n{found}", 1
    return f"{len(kept['cases'])} cases are as torch {made['torch']} computes them (kept from {kept['torch']})", 0


if __name__ == "__main__":
    message, code = main(sys.argv[1:])
    print(message)
    sys.exit(code)
