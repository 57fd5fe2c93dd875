"""Exported lists of schedulers in MMEngine's own files, each stepped after every update as its hook does."""

import warnings
from importlib import metadata

from loop import run, train, watch

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


def build(code):
    registry.pop("FormulaLR", None)
    listed = run(code)["param_scheduler"]
    return lambda optimizer: [registry[one.pop("type")](optimizer, **one) for one in map(dict, listed)]


def values(code, base, steps):
    return train(build(code), base, steps, lambda schedulers, _: [one.step() for one in schedulers])


def watched(code, base, metrics):
    def step(schedulers, _, metric):
        *others, plateau = schedulers
        for one in others:
            one.step()
        if metric is not None:
            plateau.step({plateau.monitor: metric})

    return watch(build(code), base, metrics, step)
