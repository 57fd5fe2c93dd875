"""Exported code in the current PyTorch's lr_scheduler.py."""

import warnings

from loop import made, step_torch, train, watch

import host

warnings.filterwarnings("ignore")
host.current_torch()

RAN = f"PyTorch {host.TORCH}"


def values(code, base, steps):
    return train(made(code), base, steps)


def watched(code, base, metrics):
    return watch(made(code), base, metrics, step_torch)
