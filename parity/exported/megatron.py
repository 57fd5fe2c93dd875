"""Exported flags in Megatron-LM: OptimizerParamScheduler, made of the flags as its training makes it, in samples."""

import argparse
import shlex
from importlib import metadata
from types import SimpleNamespace

import host

VERSION = metadata.version("megatron-core")
RAN = f"optimizer_param_scheduler.py of PyPI's megatron-core {VERSION}"
BATCH = 24

host.stub("megatron.core.utils", log_single_rank=lambda *_: None)
_module = host.load(
    "megatron.core.optimizer_param_scheduler",
    host.installed("megatron-core", "megatron/core/optimizer_param_scheduler.py"),
)

# As in megatron/training/arguments.py.
PARSER = argparse.ArgumentParser(exit_on_error=False)
PARSER.add_argument("--lr", type=float)
PARSER.add_argument("--min-lr", type=float, default=0.0)
PARSER.add_argument(
    "--lr-decay-style", default="linear", choices=["constant", "linear", "cosine", "inverse-square-root", "WSD"]
)
PARSER.add_argument("--lr-wsd-decay-style", default="exponential", choices=["exponential", "linear", "cosine", "minus_sqrt"])
PARSER.add_argument("--lr-decay-iters", type=int)
PARSER.add_argument("--lr-wsd-decay-iters", type=int)
PARSER.add_argument("--lr-warmup-iters", type=int, default=0)
PARSER.add_argument("--lr-warmup-init", type=float, default=0.0)


def values(code, base, steps):
    flags = PARSER.parse_args(shlex.split(code.replace("\\\n", " ")))
    optimizer = SimpleNamespace(param_groups=[{}])
    # As in get_optimizer_param_scheduler of megatron/training/training.py.
    scheduler = _module.OptimizerParamScheduler(
        optimizer,
        init_lr=flags.lr_warmup_init,
        max_lr=flags.lr,
        min_lr=flags.min_lr,
        lr_warmup_steps=flags.lr_warmup_iters * BATCH,
        lr_decay_steps=(steps if flags.lr_decay_iters is None else flags.lr_decay_iters) * BATCH,
        lr_decay_style=flags.lr_decay_style,
        start_wd=0.01,
        end_wd=0.01,
        wd_incr_steps=steps * BATCH,
        wd_incr_style="constant",
        wsd_decay_steps=None if flags.lr_wsd_decay_iters is None else flags.lr_wsd_decay_iters * BATCH,
        lr_wsd_decay_style=flags.lr_wsd_decay_style,
    )
    rates = []
    for _ in range(steps):
        rates.append(optimizer.param_groups[0]["lr"])
        scheduler.step(BATCH)
    return rates
