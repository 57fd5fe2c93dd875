import math

from torch import optim


def warm(optimizer, warmup_epochs, max_epochs):
    def factor(current):
        if current < warmup_epochs:
            return float(current) / float(max(1, warmup_epochs))
        progress = float(current - warmup_epochs) / float(max(1, max_epochs - warmup_epochs))
        return 0.5 * (1.0 + math.cos(math.pi * progress))

    return optim.lr_scheduler.LambdaLR(optimizer, factor)
