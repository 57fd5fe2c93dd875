"""Exported code in transformers' optimization.py, driven as the Trainer drives it."""

import json
import warnings
from enum import Enum
from importlib import metadata
from types import SimpleNamespace

from loop import made, step_torch, train, watch

import host

warnings.filterwarnings("ignore")
host.current_torch()

RAN = f"optimization.py of PyPI's transformers {metadata.version('transformers')}"


class ExplicitEnum(str, Enum):
    pass


def _file(name):
    return host.installed("transformers", f"transformers/{name}")


kinds = host.pick(_file("trainer_utils.py"), "SchedulerType", ExplicitEnum=ExplicitEnum)
host.stub("transformers.trainer_pt_utils", LayerWiseDummyOptimizer=Enum, LayerWiseDummyScheduler=Enum)
host.stub("transformers.trainer_utils", SchedulerType=kinds)
host.stub("transformers.utils", logging=SimpleNamespace(get_logger=lambda name: None))
optimization = host.load("transformers.optimization", _file("optimization.py"))
host.stub("transformers", **{name: value for name, value in vars(optimization).items() if name.startswith("get_")})


def _of_arguments(arguments):
    """What the Trainer makes of them."""
    counts = {"num_warmup_steps": arguments.get("warmup_steps", 0), "num_training_steps": arguments.get("max_steps")}
    kwargs = arguments.get("lr_scheduler_kwargs")
    name = arguments["lr_scheduler_type"]
    return lambda optimizer: optimization.get_scheduler(name, optimizer, **counts, scheduler_specific_kwargs=kwargs)


def values(code, base, steps):
    return train(_of_arguments(json.loads(code)) if code.startswith("{") else made(code), base, steps)


def watched(code, base, metrics):
    return watch(made(code), base, metrics, step_torch)
