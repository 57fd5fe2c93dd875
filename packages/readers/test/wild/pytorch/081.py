from torch.optim.lr_scheduler import CosineAnnealingLR, SequentialLR, _LRScheduler


class WarmUpLR(_LRScheduler):
    def __init__(self, optimizer, total_iters, last_epoch=-1):
        self.total_iters = total_iters
        super().__init__(optimizer, last_epoch)

    def get_lr(self):
        return [lr * self.last_epoch / (self.total_iters + 1e-8) for lr in self.base_lrs]


def build_lrs(optimizer, milestone, T_max):
    climb = WarmUpLR(optimizer, milestone)
    fall = CosineAnnealingLR(optimizer, T_max=T_max)
    return SequentialLR(optimizer, schedulers=[climb, fall], milestones=[milestone])
