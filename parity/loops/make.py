"""Runs real training loops and writes packages/anneal/test/parity/loops.json: how many updates each of them made.

    python3 parity/loops/make.py

Each loop is a module in this folder with LOOPS: {name: cases}; `cases(random)` is a generator of cases. loops.txt pins
their packages, which are installed under parity/.venv/loops over Debian's Python and PyTorch (python3-torch,
python3-venv). table.py is what runs there.
"""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parent / ".venv/loops"
TABLE = HERE.parents[1] / "packages/anneal/test/parity/loops.json"


def main():
    python, installed = FOLDER / "bin/python", FOLDER / "installed.txt"
    pinned = (HERE / "loops.txt").read_text()
    if not installed.exists() or installed.read_text() != pinned:
        _run("/usr/bin/python3", "-m", "venv", "--clear", "--system-site-packages", FOLDER)
        _run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--requirement", HERE / "loops.txt")
        installed.write_text(pinned)
    _run(python, "-B", HERE / "table.py", TABLE)


def _run(*command):
    subprocess.run([str(part) for part in command], check=True)


if __name__ == "__main__":
    main()
