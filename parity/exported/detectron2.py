"""Exported code in detectron2: SOLVER in a YAML file that its configuration reads, or a build_lr_scheduler."""

import ast
import re
from pathlib import Path
from types import SimpleNamespace

import host
import yaml
from loop import run, train

# The table's own module, which loads the solver's files.
table = host.load("detectron2", Path(host.__file__).with_name("detectron2.py"))
build = table.solver.build_lr_scheduler
host.stub("detectron2.solver", LRMultiplier=table.legacy.LRMultiplier)

RAN = f"detectron2 {table.VERSION} of sal-detectron2 {table.WHEEL}"

# What detectron2's own defaults are, which also say of which type each value has to be.
DEFAULTS = {
    "LR_SCHEDULER_NAME": "WarmupMultiStepLR",
    "MAX_ITER": 40000,
    "BASE_LR": 0.001,
    "BASE_LR_END": 0.0,
    "GAMMA": 0.1,
    "STEPS": (30000,),
    "NUM_DECAYS": 3,
    "WARMUP_FACTOR": 1.0 / 1000,
    "WARMUP_ITERS": 1000,
    "WARMUP_METHOD": "linear",
    "RESCALE_INTERVAL": False,
}


def values(code, base, steps):
    if not code.startswith("SOLVER:"):
        return train(run(code)["build_lr_scheduler"], base, steps)
    settings = {**DEFAULTS, **{key: _decoded(key, value) for key, value in yaml.safe_load(code)["SOLVER"].items()}}
    assert settings["BASE_LR"] == base and settings["MAX_ITER"] == steps
    config = SimpleNamespace(SOLVER=SimpleNamespace(**settings))
    return train(lambda optimizer: build(config, optimizer), settings["BASE_LR"], steps)


def _decoded(key, value):
    """As yacs reads it: a text is a Python literal where it is one, and then the type has to be the default's."""
    if isinstance(value, str) and re.match(r"[\d(\[\"'-]", value):
        value = ast.literal_eval(value)
    if isinstance(value, list):
        value = tuple(value)
    assert type(value) is type(DEFAULTS[key]), f"{key}: {value!r}"
    return value
