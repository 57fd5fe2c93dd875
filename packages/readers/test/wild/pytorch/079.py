import math

import torch


class WarmupCosineScheduler(torch.optim.lr_scheduler._LRScheduler):
    def __init__(self, optimizer, warmup_epochs, total_epochs, steps_per_epoch, last_epoch=-1, verbose=False):
        self.warmup_steps = warmup_epochs * steps_per_epoch
        self.total_steps = total_epochs * steps_per_epoch
        super().__init__(optimizer, last_epoch=last_epoch, verbose=verbose)

    def get_lr(self):
        if self._step_count < self.warmup_steps:
            return [self._step_count / self.warmup_steps * lr for lr in self.base_lrs]
        fall = self.total_steps - self.warmup_steps
        done = self._step_count - self.warmup_steps
        return [0.5 * lr * (1 + math.cos(math.pi * done / fall)) for lr in self.base_lrs]
