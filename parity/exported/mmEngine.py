"""Exported lists of schedulers in MMEngine's own files, each stepped after every update as its hook does."""

import warnings
from importlib import metadata

from loop import run, train

import host

warnings.filterwarnings("ignore")


class Registry(dict):
    def register_module(self):
        return lambda cls: self.setdefault(cls.__name__, cls)


registry = Registry()
host.stub("mmengine.logging", print_log=None)
host.stub("mmengine.registry", PARAM_SCHEDULERS=registry)
host.stub("mmengine.optim", BaseOptimWrapper=Registry)
host.stub("mmengine.optim.scheduler")
for name in ("param_scheduler", "lr_scheduler"):
    path = host.installed("mmengine", f"mmengine/optim/scheduler/{name}.py")
    host.load(f"mmengine.optim.scheduler.{name}", path)

RAN = f"PyPI's mmengine {metadata.version('mmengine')}"


def values(code, base, steps):
    registry.pop("FormulaLR", None)
    listed = run(code)["param_scheduler"]

    def build(optimizer):
        return [registry[one.pop("type")](optimizer, **one) for one in map(dict, listed)]

    return train(build, base, steps, lambda schedulers, _: [one.step() for one in schedulers])
