"""The loop of transformers 5's Trainer, which needs a newer PyTorch to be imported: its own methods, on their own."""

import contextlib
import functools
import math
import sys
import time
from collections.abc import Iterator, Sized
from types import SimpleNamespace
from typing import Any, TypeGuard
from unittest.mock import MagicMock

import torch
from torch.utils.data import DataLoader

from host import PLATFORM, pick, wheel
from loop import CountingSGD, draw, weight

VERSION = "5.23.0"
RAN = f"transformers {VERSION}: Trainer's set_initial_training_values, _inner_training_loop and _run_epoch"

with wheel("transformers", VERSION, PLATFORM) as text:
    FOLDER = text.filename.removesuffix(".whl")
    NEEDED = ("trainer", "trainer_utils", "trainer_callback")
    FILES = {name: text.extract(f"transformers/{name}.py", FOLDER) for name in NEEDED}

# What its methods find around them: the standard library, torch, and stand-ins for what does not count.
NAMES = {
    "contextlib": contextlib,
    "functools": functools,
    "math": math,
    "sys": sys,
    "time": time,
    "torch": torch,
    "DataLoader": DataLoader,
    "TrainingArguments": object,
    "TrainOutput": object,
    "Iterator": Iterator,
    "Any": Any,
    "logger": MagicMock(),
    "get_model_param_count": lambda *_, **__: 0,
    "is_torch_xla_available": lambda: False,
    "is_fsdp_managed_module": lambda _: False,
    "DistributedType": SimpleNamespace(DEEPSPEED="DEEPSPEED"),
    "GreedyLR": type("GreedyLR", (), {}),
    "has_length": pick(FILES["trainer_utils"], "has_length", Any=Any, Sized=Sized, TypeGuard=TypeGuard),
}
METHODS = (
    "set_initial_training_values",
    "_inner_training_loop",
    "_run_epoch",
    "get_batch_samples",
    "_get_num_items_in_batch",
)
EVENTS = (
    "on_train_begin",
    "on_epoch_begin",
    "on_step_begin",
    "on_pre_optimizer_step",
    "on_optimizer_step",
    "on_substep_end",
    "on_epoch_end",
)
NEVER = 1 << 30


class _Flow:
    """Ends the training as the Trainer's own DefaultFlowCallback does."""

    names = dict.fromkeys(("TrainingArguments", "TrainerState", "TrainerControl"), object)
    names |= dict.fromkeys(("IntervalStrategy", "SaveStrategy"), MagicMock())
    on_step_end = pick(FILES["trainer_callback"], "DefaultFlowCallback.on_step_end", **names)


def _cases(random):
    for index in range(140):
        options = draw(random, index, most_processes=1, epochs=(1, 2, 3, 0.5, 1.5, 1.1, random.uniform(0.1, 3)))
        data = [{"x": i} for i in range(options["samples"])]
        loader = DataLoader(data, options["batchSize"], drop_last=options["dropLast"])
        if len(loader):
            yield {"options": options, "batches": len(loader), "steps": _train(options, loader)}


def _train(options, loader):
    parameter = weight()
    args = MagicMock(
        max_steps=-1,
        num_train_epochs=options["epochs"],
        gradient_accumulation_steps=options["accumulate"],
        per_device_train_batch_size=options["batchSize"],
        device="cpu",
        max_grad_norm=0,
        eval_on_start=False,
        auto_find_batch_size=False,
    )
    trainer = MagicMock(args=args, optimizer=CountingSGD([parameter], lr=0.1), is_fsdp_xla_v2_enabled=False)
    trainer._train_batch_size = options["batchSize"]
    trainer.get_sp_size.return_value = 1
    trainer.get_total_train_batch_size.return_value = options["batchSize"] * options["accumulate"]
    trainer.get_train_dataloader.return_value = loader
    trainer.num_examples.return_value = options["samples"]
    trainer.floating_point_ops.return_value = 0
    trainer.training_step = lambda model, batch, _: _backward(parameter, batch)
    rare = {"logging_steps": NEVER, "eval_steps": NEVER, "save_steps": NEVER}
    trainer.state = SimpleNamespace(global_step=0, epoch=0, num_input_tokens_seen=0, **rare)
    control = SimpleNamespace(should_training_stop=False, should_epoch_stop=False)
    trainer.control = control
    handler = trainer.callback_handler
    for event in EVENTS:
        getattr(handler, event).return_value = control
    handler.on_step_end = lambda *given: _Flow.on_step_end(None, *given)

    def prepare(max_steps, loader, _):
        trainer.state.max_steps = max_steps
        return MagicMock(), loader

    trainer._init_training_state.return_value = (0, 0)
    trainer._prepare_for_training = prepare
    for name in METHODS:
        setattr(trainer, name, functools.partial(pick(FILES["trainer"], f"Trainer.{name}", **NAMES), trainer))
    trainer._inner_training_loop(args=args)
    steps = trainer.optimizer.updates
    if not trainer.state.max_steps == trainer.state.global_step == steps:
        raise AssertionError(f"the Trainer counted {trainer.state}, and made {steps}")
    return steps


def _backward(parameter, batch):
    loss = (parameter * batch["x"].float().mean()).sum()
    loss.backward()
    return loss.detach()


LOOPS = {"transformers 5": _cases}
