import argparse
import math

import torch
from torch.optim.lr_scheduler import _LRScheduler


class LinearWarmupCosineAnnealingLR(_LRScheduler):
    def __init__(self, optimizer, warmup_epochs, max_epochs, warmup_start_lr=0.0, eta_min=0.0, last_epoch=-1):
        self.warmup_epochs = warmup_epochs
        self.max_epochs = max_epochs
        self.warmup_start_lr = warmup_start_lr
        self.eta_min = eta_min
        super(LinearWarmupCosineAnnealingLR, self).__init__(optimizer, last_epoch)

    def get_lr(self):
        if self.last_epoch == 0:
            return [self.warmup_start_lr] * len(self.base_lrs)
        elif self.last_epoch < self.warmup_epochs:
            return [
                group["lr"] + (lr - self.warmup_start_lr) / (self.warmup_epochs - 1)
                for lr, group in zip(self.base_lrs, self.optimizer.param_groups)
            ]
        elif self.last_epoch == self.warmup_epochs:
            return self.base_lrs
        share = (self.last_epoch - self.warmup_epochs) / (self.max_epochs - self.warmup_epochs)
        return [self.eta_min + 0.5 * (lr - self.eta_min) * (1 + math.cos(math.pi * share)) for lr in self.base_lrs]


flags = argparse.ArgumentParser()
flags.add_argument("-lr", type=float, default=1e-4)
flags.add_argument("-warmup_epoch", type=int, default=10)
flags.add_argument("-num_epochs", type=int, default=500)
args = flags.parse_args()
optimizer = torch.optim.AdamW(model.parameters(), lr=args.lr)
scheduler = LinearWarmupCosineAnnealingLR(optimizer, warmup_epochs=args.warmup_epoch, max_epochs=args.num_epochs)
for epoch in range(0, args.num_epochs):
    scheduler.step()
