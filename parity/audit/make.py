"""Really runs every loop with every bug, and writes packages/anneal/test/audit/logs/<loop>.json, one file each.

    python3 parity/audit/make.py [loop…]
    AUDIT_SEED=2 AUDIT_LOGS=/tmp/other python3 parity/audit/make.py [loop…]

The second writes other runs than those of the tests, to another folder.

Each script of LOOPS is one kind of loop and writes what its runs logged; samples.py writes whole files in the formats
of their tools for packages/readers/test/logs/samples. torch.txt and ../frameworks/keras.txt pin the packages, which
are installed under parity/.venv/audit and parity/.venv/keras over Debian's Python and PyTorch (python3-torch,
python3-venv). Everything is drawn from generators that are seeded with the bug's name, so the same versions give the
same rates.
"""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
LOGS = Path(os.environ.get("AUDIT_LOGS", ROOT / "packages/anneal/test/audit/logs"))
SAMPLES = ROOT / "packages/readers/test/logs/samples"
LOOPS = {
    "plain": ("audit", HERE / "torch.txt", LOGS),
    "accumulation": ("audit", HERE / "torch.txt", LOGS),
    "processes": ("audit", HERE / "torch.txt", LOGS),
    "trainer": ("audit", HERE / "torch.txt", LOGS),
    "lightningLoop": ("audit", HERE / "torch.txt", LOGS),
    "kerasLoop": ("keras", HERE.parent / "frameworks/keras.txt", LOGS),
    "samples": ("audit", HERE / "torch.txt", SAMPLES),
    "samplesOfKeras": ("keras", HERE.parent / "frameworks/keras.txt", SAMPLES),
}


def environment(name, pinned):
    folder = HERE.parent / ".venv" / name
    python, installed = folder / "bin/python", folder / "installed.txt"
    if not installed.exists() or installed.read_text() != pinned.read_text():
        _run("/usr/bin/python3", "-m", "venv", "--clear", "--system-site-packages", folder)
        _run(python, "-m", "pip", "install", "--quiet", "--no-deps", "--requirement", pinned)
        installed.write_text(pinned.read_text())
    return python


def _run(*command):
    subprocess.run([str(part) for part in command], check=True, env={**os.environ, "PYTHONWARNINGS": "ignore"})


def main(chosen):
    unknown = [name for name in chosen if name not in LOOPS]
    if unknown:
        return f"no such loop: {', '.join(unknown)}; there are {', '.join(LOOPS)}"
    for loop in chosen or [loop for loop in LOOPS if "AUDIT_LOGS" not in os.environ or LOOPS[loop][2] == LOGS]:
        name, pinned, folder = LOOPS[loop]
        folder.mkdir(parents=True, exist_ok=True)
        _run(environment(name, pinned), "-B", HERE / f"{loop}.py", folder)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
