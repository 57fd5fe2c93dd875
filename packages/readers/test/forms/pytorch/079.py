import math

import torch
from torch.optim.lr_scheduler import _LRScheduler


class CosineRestarts(_LRScheduler):
    def __init__(self, optimizer, first, growth=1.0, last_epoch=-1):
        self.length = first
        self.growth = growth
        self.position = 0
        super().__init__(optimizer, last_epoch)

    def get_lr(self):
        return [base * (1 + math.cos(math.pi * self.position / self.length)) / 2 for base in self.base_lrs]

    def step(self, epoch=None):
        self.position += 1
        if self.position >= self.length:
            self.position = 0
            self.length = int(self.length * self.growth)
        for group, lr in zip(self.optimizer.param_groups, self.get_lr()):
            group["lr"] = lr


optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = CosineRestarts(optimizer, 50, growth=2.0)
