"""fairseq's lr_scheduler files among stand-ins for what they import of their own package, which holds no schedule."""

import logging
from types import SimpleNamespace

import host
from groups import sgd

VERSION = "0.12.2"
NAMES = """cosine_lr_scheduler fixed_schedule inverse_square_root_schedule manual_lr_scheduler polynomial_decay_schedule
reduce_lr_on_plateau step_lr_scheduler tri_stage_lr_scheduler triangular_lr_scheduler""".split()
# What each schedule's name in --lr-scheduler stands for: its class and, but for the old style, its configuration's.
registered = {}

logging.disable(logging.WARNING)


class Optimizer:
    """What FairseqOptimizer is to a scheduler: the torch optimizer, and one rate for all its groups."""

    def __init__(self, base):
        self.optimizer = sgd([base])

    def get_lr(self):
        return self.optimizer.param_groups[0]["lr"]

    def set_lr(self, lr):
        for group in self.optimizer.param_groups:
            group["lr"] = lr


def register_lr_scheduler(name, dataclass=None):
    def register(scheduler):
        registered[name] = scheduler, dataclass or SimpleNamespace
        return scheduler

    return register


def build(name, config, base):
    """The scheduler that --lr-scheduler `name` builds from these options, and its optimizer."""
    scheduler, configuration = registered[name]
    optimizer = Optimizer(base)
    return scheduler(configuration(**config), optimizer), optimizer


def _load():
    package = "fairseq.optim.lr_scheduler"
    host.stub("omegaconf", II=lambda path: None)
    host.stub("fairseq.dataclass", FairseqDataclass=object)
    host.stub("fairseq.dataclass.utils", gen_parser_from_dataclass=None)
    host.stub("fairseq.optim", FairseqOptimizer=Optimizer)
    host.stub(package, register_lr_scheduler=register_lr_scheduler)
    with host.wheel("fairseq", VERSION, "manylinux1_x86_64", "3.8") as text:
        read = lambda name: text.read(f"fairseq/optim/lr_scheduler/{name}.py").decode()
        base = host.run(f"{package}.fairseq_lr_scheduler", read("fairseq_lr_scheduler"), "fairseq_lr_scheduler.py")
        classes = ("FairseqLRScheduler", "LegacyFairseqLRScheduler")
        host.stub(package, **{name: getattr(base, name) for name in classes})
        for name in NAMES:
            host.run(f"{package}.{name}", read(name), f"{name}.py")


_load()
