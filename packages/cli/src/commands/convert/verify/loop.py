"""What every target on PyTorch shares: a loop that reads the rate of each update, and steps after it."""

import warnings

import torch

warnings.filterwarnings("ignore")


def made(code, name, optimizer):
    """What the code's function makes of an optimizer."""
    names = {}
    exec(compile(code, "<converted>", "exec"), names)
    return names[name or "make_scheduler"](optimizer)


def train(code, name, base, updates, step=lambda scheduler, done: scheduler.step()):
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=base)
    scheduler = made(code, name, optimizer)
    rates = []
    for update in range(1, updates + 1):
        rates.append(float(optimizer.param_groups[0]["lr"]))
        optimizer.step()
        if update < updates:
            step(scheduler, update)
    return rates
