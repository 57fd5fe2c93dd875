import math

from torch.optim import Adam
from torch.optim.lr_scheduler import _LRScheduler


class WarmupCosineAnnealing(_LRScheduler):
    def __init__(self, optimizer, T_cosine_max, eta_min=0, last_epoch=-1, warmup=0):
        self.eta_min = eta_min
        self.T_cosine_max = T_cosine_max
        self.warmup = warmup
        super().__init__(optimizer, last_epoch)

    def get_lr(self):
        if self.last_epoch < self.warmup:
            return [self.last_epoch / self.warmup * base for base in self.base_lrs]
        share = (self.last_epoch - self.warmup) / (self.T_cosine_max - self.warmup)
        return [self.eta_min + (base - self.eta_min) * (1 + math.cos(math.pi * share)) / 2 for base in self.base_lrs]


optimizer = Adam(model.parameters(), lr=1e-3)
scheduler = WarmupCosineAnnealing(optimizer, 100, warmup=10)
