import argparse

import torch
from torch.optim.lr_scheduler import _LRScheduler


class PolyLR(_LRScheduler):
    def __init__(self, optimizer, max_iters, power=0.9, last_epoch=-1, min_lr=1e-6):
        self.power = power
        self.max_iters = max_iters
        self.min_lr = min_lr
        super(PolyLR, self).__init__(optimizer, last_epoch)

    def get_lr(self):
        left = 1 - self.last_epoch / self.max_iters
        return [max(rate * left**self.power, self.min_lr) for rate in self.base_lrs]


parser = argparse.ArgumentParser()
parser.add_argument("--total_itrs", type=int, default=30e3)
parser.add_argument("--lr", type=float, default=0.01)
parser.add_argument("--lr_policy", type=str, default="poly", choices=["poly", "step"])
parser.add_argument("--step_size", type=int, default=10000)
opts = parser.parse_args()
optimizer = torch.optim.SGD(
    params=[
        {"params": model.backbone.parameters(), "lr": 0.1 * opts.lr},
        {"params": model.classifier.parameters(), "lr": opts.lr},
    ],
    lr=opts.lr,
    momentum=0.9,
)
if opts.lr_policy == "poly":
    scheduler = PolyLR(optimizer, opts.total_itrs, power=0.9)
elif opts.lr_policy == "step":
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=opts.step_size, gamma=0.1)
