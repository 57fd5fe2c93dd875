"""Exported code in Composer: the scheduler of a Trainer, stepped after every batch."""

from importlib import metadata
from types import SimpleNamespace

import host
from composerHost import scheduler as composer
from composerHost import time
from loop import held, run, sgd

VERSION = metadata.version("mosaicml")
RAN = f"composer/optim/scheduler.py of PyPI's mosaicml {VERSION}"
EPOCH = 10

host.stub("composer.optim", **{name: getattr(composer, name) for name in composer.__all__})


def values(code, base, steps):
    made = run(code)["scheduler"]
    optimizer = sgd([base])
    state = SimpleNamespace(max_duration=time.Time(steps, "ba"), dataloader_len=EPOCH, optimizers=[optimizer])
    state.timestamp = _timestamp(0)
    compiled = composer.compile_composer_scheduler(made, state, 1.0)
    rates = []
    for batch in range(1, steps + 1):
        rates.append(held(optimizer))
        state.timestamp = _timestamp(batch)
        optimizer.step()
        compiled.step()
    return rates


def _timestamp(batch):
    return time.Timestamp(epoch=batch // EPOCH, batch=batch, sample=batch * 32, token=batch * 512)
