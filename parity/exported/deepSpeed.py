"""Exported configurations in DeepSpeed's lr_schedules.py, and exported code as its engine drives it."""

import json
import logging
import warnings
from importlib import metadata

from loop import made, train

import host

warnings.filterwarnings("ignore")
host.current_torch()
host.stub("deepspeed.utils", logger=logging.getLogger("deepspeed"))
logging.disable(logging.WARNING)
schedules = host.load("deepspeed.lr_schedules", host.installed("deepspeed", "deepspeed/runtime/lr_schedules.py"))

RAN = f"lr_schedules.py of PyPI's deepspeed {metadata.version('deepspeed')}"


def values(code, base, steps):
    if not code.startswith("{"):
        return train(made(code), base, steps)
    block = json.loads(code)["scheduler"]
    return train(lambda optimizer: getattr(schedules, block["type"])(optimizer, **block["params"]), base, steps)
