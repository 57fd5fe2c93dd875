"""Exported code in timm's schedulers."""

import logging
from importlib import metadata

from loop import made, train, watch

import host

logging.disable()
host.current_torch()
# The package's __init__ imports every model.
host.stub("timm", __path__=[str(host.installed("timm", "timm"))])

RAN = f"timm/scheduler of PyPI's timm {metadata.version('timm')}"


def values(code, base, steps):
    return train(made(code), base, steps, lambda scheduler, done: scheduler.step_update(done))


def watched(code, base, metrics):
    return watch(made(code), base, metrics, lambda scheduler, done, metric: scheduler.step(done, metric))
