"""Exported code in the current PyTorch's lr_scheduler.py."""

import warnings

from loop import made, train

import host

warnings.filterwarnings("ignore")
host.current_torch()

RAN = f"PyTorch {host.TORCH}"


def values(code, base, steps):
    return train(made(code), base, steps)
