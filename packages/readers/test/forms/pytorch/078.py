import torch
from torch.optim.lr_scheduler import LRScheduler


class Halving(LRScheduler):
    """Halves the rate every `every` epochs."""

    def __init__(self, optimizer, every, last_epoch=-1):
        self.every = every
        super().__init__(optimizer, last_epoch)

    def get_lr(self):
        if self.last_epoch == 0 or self.last_epoch % self.every != 0:
            return [group["lr"] for group in self.optimizer.param_groups]
        return [group["lr"] * 0.5 for group in self.optimizer.param_groups]


optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
scheduler = Halving(optimizer, every=10)
