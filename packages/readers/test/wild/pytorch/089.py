import math

import torch


class WarmupCosineAnnealingLR(torch.optim.lr_scheduler._LRScheduler):
    def __init__(self, optimizer, T_cosine_max, eta_min=0, last_epoch=-1, warmup=0):
        self.eta_min = eta_min
        self.T_cosine_max = T_cosine_max
        self.warmup = warmup
        super(WarmupCosineAnnealingLR, self).__init__(optimizer, last_epoch)

    def get_lr(self):
        if self.last_epoch < self.warmup:
            return [self.last_epoch / self.warmup * lr for lr in self.base_lrs]
        done = (self.last_epoch - self.warmup) / (self.T_cosine_max - self.warmup)
        return [self.eta_min + (lr - self.eta_min) * (1 + math.cos(math.pi * done)) / 2 for lr in self.base_lrs]
