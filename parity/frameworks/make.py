"""Runs the real frameworks and writes packages/anneal/test/parity/<framework>.json, one table each.

    python3 parity/frameworks/make.py [framework…]

A framework is two files in this folder:

    <framework>.txt   its pinned packages, as pip reads them; installed with --no-deps, so list all that is imported
    <framework>.py    the module that runs it (one without a .txt beside it is a helper of the others):

        VERSION    "1.0.27"
        RAN        what ran, in words: "timm/scheduler from PyPI's timm 1.0.27"
        PRECISION  "float64" or "float32"
        SCHEDULES  {name: (unit, cases)}; unit says what `at` counts (see README.md), and cases(random) is a generator
                   of cases: dicts that become JSON as they are, one line each. `random` is a random.Random of its own,
                   seeded with the table's seed and the schedule's name.

Each framework has a virtual environment of its own under parity/.venv, made anew when its .txt changes, over Debian's
Python and PyTorch (python3-torch, python3-venv): PyTorch's own packages would bring gigabytes of CUDA with them.
table.py is what runs there. common.py has what modules share: recording, positions, random rates. host.py loads a
framework's own file without the packages around it, and the current PyTorch's schedulers over Debian's.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ENVIRONMENTS = HERE.parent / ".venv"
TABLES = HERE.parents[1] / "packages/anneal/test/parity"
PYTHON = "/usr/bin/python3"


def frameworks():
    return sorted(pinned.stem for pinned in HERE.glob("*.txt"))


def environment(framework):
    """The framework's python, with its pinned packages installed."""
    pinned = (HERE / f"{framework}.txt").read_text()
    folder = ENVIRONMENTS / framework
    python, installed = folder / "bin/python", folder / "installed.txt"
    if not installed.exists() or installed.read_text() != pinned:
        _run(PYTHON, "-m", "venv", "--clear", "--system-site-packages", folder)
        _run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--requirement", HERE / f"{framework}.txt")
        installed.write_text(pinned)
    return python


def _run(*command):
    subprocess.run([str(part) for part in command], check=True)


def main(arguments):
    unknown = [name for name in arguments if name not in frameworks()]
    if unknown:
        return f"no such framework: {', '.join(unknown)}; there are {', '.join(frameworks())}"
    for framework in arguments or frameworks():
        _run(environment(framework), "-B", HERE / "table.py", framework, TABLES / f"{framework}.json")
    if not arguments:
        _run(sys.executable, "-B", HERE.parent / "loops/make.py")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
