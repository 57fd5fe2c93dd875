from bisect import bisect_right

import torch


class WarmupMultiStepLR(torch.optim.lr_scheduler._LRScheduler):
    def __init__(
        self,
        optimizer,
        milestones,
        gamma=0.1,
        warmup_factor=1.0 / 3,
        warmup_iters=500,
        warmup_method="linear",
        last_epoch=-1,
    ):
        self.milestones = milestones
        self.gamma = gamma
        self.warmup_factor = warmup_factor
        self.warmup_iters = warmup_iters
        self.warmup_method = warmup_method
        super(WarmupMultiStepLR, self).__init__(optimizer, last_epoch)

    def get_lr(self):
        factor = 1
        if self.last_epoch < self.warmup_iters:
            if self.warmup_method == "constant":
                factor = self.warmup_factor
            elif self.warmup_method == "linear":
                alpha = float(self.last_epoch) / self.warmup_iters
                factor = self.warmup_factor * (1 - alpha) + alpha
        return [lr * factor * self.gamma ** bisect_right(self.milestones, self.last_epoch) for lr in self.base_lrs]


def get_lr_scheduler(cfg, optimizer):
    per_epoch = num_iters_per_epoch(cfg)
    return WarmupMultiStepLR(
        optimizer,
        [per_epoch * epoch for epoch in cfg.lr_epoch_boundaries],
        cfg.lr_decay_factor,
        warmup_factor=cfg.warmup_factor,
        warmup_iters=cfg.warmup_epochs * per_epoch,
        warmup_method=cfg.warmup_method,
    )
