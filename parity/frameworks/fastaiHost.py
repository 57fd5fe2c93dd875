"""fastai's callback/schedule.py over the real fastcore, and a learner that trains nothing but counts as its own."""

import collections
import functools
import math
from types import SimpleNamespace

import numpy
import torch
from fastcore import basics, foundation, meta

import host

_path = lambda file: host.installed("fastai", f"fastai/{file}")
_count = lambda name: host.pick(_path("callback/core.py"), f"TrainEvalCallback.{name}")


class Learner:
    """What the fit methods, which the file adds to this class, ask of a learner with these groups' rates."""

    def __init__(self, groups, updates):
        self.opt = SimpleNamespace(hypers=[{} for _ in range(groups)], param_lists=[[]] * groups)
        self.opt._set_hyper = lambda name, values: set_each(self.opt, name, values)
        self.opt.set_hyper = lambda name, value: set_hyper(self.opt, name, value)
        self.updates, self.moms, self.seen = updates, (0.95, 0.85, 0.95), {"lr": [], "mom": []}
        self.freeze = self.unfreeze = lambda: None

    def fit(self, n_epoch, cbs, **_):
        """The loop around ParamScheduler's before_batch: the run's fraction as TrainEvalCallback adds it up."""
        (scheduler,) = cbs
        scheduler.opt = self.opt
        quiet = SimpleNamespace(train=lambda: None)
        counter = SimpleNamespace(learn=self, n_epoch=n_epoch, n_iter=self.updates, model=quiet)
        self.train_iter, self.pct_train = 0, 0.0
        for counter.epoch in range(n_epoch):
            before_train(counter)
            for _ in range(self.updates):
                scheduler.pct_train = self.pct_train
                scheduler.before_batch()
                for name, values in self.seen.items():
                    values.append([hyper.get(name) for hyper in self.opt.hypers])
                after_batch(counter)


def _schedule():
    """schedule.py, its `from ..basics import *` answered with what it uses of it."""
    names = {**vars(meta), **vars(foundation), **vars(basics), "tensor": lambda values: torch.tensor(list(values))}
    names |= {"collections": collections, "functools": functools, "math": math, "np": numpy, "torch": torch}
    names |= {"Callback": type("Callback", (), {}), "Learner": Learner, "Recorder": type("Recorder", (), {})}
    host.stub("fastai.basics", **{name: value for name, value in names.items() if not name.startswith("__")})
    host.stub("fastai.callback.tracker", SaveModelCallback=None)
    return host.load("fastai.callback.schedule", _path("callback/schedule.py"))


before_train, after_batch = _count("before_train"), _count("after_batch")
_optimizer = lambda name: host.pick(_path("optimizer.py"), f"_BaseOptimizer.{name}", **vars(basics), L=foundation.L)
set_hyper, set_each = _optimizer("set_hyper"), _optimizer("_set_hyper")
schedule = _schedule()
