import math

import torch
from torch.optim.lr_scheduler import _LRScheduler


class CosineAnnealingWarmup(_LRScheduler):
    def __init__(self, optimizer, max_lr=0.1, min_lr=0.0, warmup_steps=0, max_steps=1, alpha=0.0, last_epoch=-1):
        self.max_lr = max_lr
        self.min_lr = min_lr
        self.warmup_steps = warmup_steps
        self.max_steps = max_steps
        self.alpha = alpha
        super(CosineAnnealingWarmup, self).__init__(optimizer, last_epoch)
        for group in self.optimizer.param_groups:
            group["lr"] = self.min_lr

    def get_lr(self):
        if self.last_epoch < self.warmup_steps:
            return self.max_lr * self.last_epoch / self.warmup_steps
        else:
            done = min(self.last_epoch, self.max_steps)
            cosine = 0.5 * (1 + math.cos(math.pi * done / self.max_steps))
            return self.max_lr * ((1 - self.alpha) * cosine + self.alpha)

    def step(self, epoch=None):
        if epoch is None:
            epoch = self.last_epoch + 1
        self.last_epoch = math.floor(epoch)
        lr = self.get_lr()
        for group in self.optimizer.param_groups:
            group["lr"] = lr


optimizer = torch.optim.AdamW(model.parameters(), lr=0.0002)
scheduler = CosineAnnealingWarmup(optimizer, max_lr=0.0002, min_lr=0.0, warmup_steps=500, max_steps=25000)
