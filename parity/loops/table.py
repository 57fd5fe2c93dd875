"""Writes the table of loops; make.py runs it where the packages are installed."""

import json
import logging
import random
import sys
import warnings
from pathlib import Path

warnings.simplefilter("ignore")
logging.disable(logging.WARNING)
# After the installed packages: the frameworks' modules have their names.
sys.path.append(str(Path(__file__).resolve().parents[1] / "frameworks"))

import accelerating  # noqa: E402
import lightning  # noqa: E402
import plain  # noqa: E402
import trainer4  # noqa: E402
import trainer5  # noqa: E402

SEED = 20261122


def main(target):
    loops = {}
    for module in (plain, accelerating, lightning, trainer4, trainer5):
        for name, cases in module.LOOPS.items():
            made = list(cases(random.Random(f"{SEED} {name}")))
            loops[name] = {"ran": module.RAN, "cases": made}
            print(f"{name}: {len(made)} loops")
    Path(target).write_text(_text(loops))


def _text(loops):
    """One line for each case, to be read and compared."""
    blocks = []
    for name, loop in loops.items():
        cases = ",\n".join(json.dumps(case, separators=(",", ":")) for case in loop["cases"])
        blocks.append(f'{json.dumps(name)}: {{"ran": {json.dumps(loop["ran"])}, "cases": [\n{cases}\n]}}')
    return f'{{"seed": {SEED}, "loops": {{\n' + ",\n".join(blocks) + "\n}}\n"


if __name__ == "__main__":
    main(sys.argv[1])
