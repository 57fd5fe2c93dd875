import torch
from ignite.handlers import PiecewiseLinear


def build(optimizer, peak_lr, num_warmup_epochs, num_epochs, epoch_length):
    knots = [(0, 0.0), (epoch_length * num_warmup_epochs, peak_lr), (epoch_length * num_epochs - 1, 0.0)]
    return PiecewiseLinear(optimizer, param_name="lr", milestones_values=knots)
