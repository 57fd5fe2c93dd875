"""Composer's schedulers, time and trainer functions among stand-ins for the rest of its package, and a run of them."""

import logging
import warnings
from types import SimpleNamespace
from typing import Optional, cast

import host
from groups import held, sgd

host.current_torch()
warnings.filterwarnings("ignore")


def _load(name):
    return host.load(f"composer.{name}", host.installed("mosaicml", f"composer/{name.replace('.', '/')}.py"))


host.stub("composer.core")
host.stub("composer.utils", StringEnum=_load("utils.string_enum").StringEnum)
_load("core.serializable")
time = _load("core.time")
host.stub("composer.core", State=SimpleNamespace, Time=time.Time, TimeUnit=time.TimeUnit)
scheduler = _load("optim.scheduler")
scale_max_duration = host.pick(
    host.installed("mosaicml", "composer/trainer/trainer.py"),
    "_scale_max_duration_by_ssr",
    Time=time.Time,
    Optional=Optional,
    cast=cast,
    log=logging.getLogger("composer"),
)


def rates(base, run, schedulers, at):
    """The optimizer's rate for update at+1, as the trainer compiles its schedulers and steps them after every batch."""
    ratio = run["scale_schedule_ratio"]
    duration = time.Time.from_timestring(run["max_duration"])
    if ratio != 1.0:
        duration = scale_max_duration(ratio, duration)
    optimizer = sgd([base])
    state = SimpleNamespace(max_duration=duration, dataloader_len=run["dataloader_len"], optimizers=[optimizer])
    state.timestamp = _timestamp(run, 0)
    made = [getattr(scheduler, one["scheduler"])(**one["config"]) for one in schedulers]
    compiled = [scheduler.compile_composer_scheduler(one, state, ratio) for one in made]
    values = []
    for batch in at:
        state.timestamp = _timestamp(run, batch)
        for one in compiled:
            one.step()  # asks for the rate of the state's moment, however it got there
        values.append(held(optimizer))
    return values


def _timestamp(run, batch):
    epoch = batch // run["dataloader_len"]
    samples = batch * run["samples_per_batch"]
    return time.Timestamp(epoch=epoch, batch=batch, sample=samples, token=batch * run["tokens_per_batch"])
