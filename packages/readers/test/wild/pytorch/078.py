import numpy as np
import torch


class CosineWarmupScheduler(torch.optim.lr_scheduler._LRScheduler):
    def __init__(self, optimizer, warmup, max_epoch, min_lr=1e-8):
        self.warmup = warmup
        self.max_num_iters = max_epoch
        self.min_lr = min_lr
        super().__init__(optimizer)

    def get_lr(self):
        if self.last_epoch == 0:
            return [self.min_lr]
        factor = self.get_lr_factor(epoch=self.last_epoch)
        return [lr * factor for lr in self.base_lrs]

    def get_lr_factor(self, epoch):
        factor = 0.5 * (1 + np.cos(np.pi * epoch / self.max_num_iters))
        if epoch <= self.warmup:
            factor *= epoch * 1.0 / self.warmup
        return factor
