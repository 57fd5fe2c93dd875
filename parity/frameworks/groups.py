"""Real torch optimizers with chosen rates, and what they hold."""

import torch

from common import rate


def sgd(bases, default=None, **options):
    """SGD with a group for each base rate; `default` is the rate that the optimizer itself was given."""
    return torch.optim.SGD(_groups(bases), lr=bases[0] if default is None else default, **options)


def adam(bases, **options):
    return torch.optim.Adam(_groups(bases), lr=bases[0], **options)


def _groups(bases):
    return [{"params": [torch.nn.Parameter(torch.zeros(1))], "lr": base} for base in bases]


def draw(random, several=0.15, **bounds):
    """Base rates: mostly one group, now and then two or three."""
    return [rate(random, **bounds) for _ in range(random.choice([2, 3]) if random.random() < several else 1)]


def bases(rates):
    """How a case says its base rates."""
    return {"base": rates[0]} if len(rates) == 1 else {"bases": rates}


def held(optimizer, key="lr"):
    """What the groups hold under `key`: a number for one group, a list for several."""
    values = [float(group[key]) for group in optimizer.param_groups]
    return values[0] if len(values) == 1 else values
