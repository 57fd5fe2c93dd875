"""Prints the python of the environment in which a target's code runs, made first where it is not there: environment.py TARGET."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "frameworks"))

import make  # noqa: E402

# Where the table's environment has another name.
NAMES = {
    "pytorch": "torchCurrent",
    "huggingFace": "transformers",
    "deepSpeed": "deepspeed",
    "mmEngine": "mmengine",
    "optax": "optax64",
}

if __name__ == "__main__":
    target = sys.argv[1]
    print(make.PYTHON if target == "python" else make.environment(NAMES.get(target, target)))
