"""Drives real torch schedulers through a list of calls and records the rates that the optimizer then holds."""

import warnings

import torch

# Reading rates without training, and step(epoch), are both on purpose here.
warnings.filterwarnings("ignore", module="torch.optim.lr_scheduler")


def record(name, bases, schedulers, calls):
    """One case. `schedulers` are (class name, camelCase options, make), `calls` are [scheduler, position or None]."""
    groups = [{"params": [torch.nn.Parameter(torch.zeros(1))], "lr": base} for base in bases]
    optimizer = torch.optim.SGD(groups, lr=bases[0])
    driven = [make(optimizer) for _, _, make in schedulers]
    rates = [_rates(optimizer)]
    for which, position in calls:
        driven[which].step() if position is None else driven[which].step(position)
        rates.append(_rates(optimizer))
    return {
        "name": name,
        "bases": bases,
        "schedulers": [{"class": cls, "options": options} for cls, options, _ in schedulers],
        "calls": calls,
        "rates": rates,
    }


def _rates(optimizer):
    return [group["lr"] for group in optimizer.param_groups]
