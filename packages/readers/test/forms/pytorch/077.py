import argparse

import torch
from torch.optim import lr_scheduler


class WarmupPolyLR(lr_scheduler._LRScheduler):
    def __init__(self, optimizer, max_iters, power=0.9, warmup_factor=1.0 / 3, warmup_iters=500, last_epoch=-1):
        if warmup_iters >= max_iters:
            raise ValueError("warmup_iters has to be below max_iters")
        self.max_iters = max_iters
        self.power = power
        self.warmup_factor = warmup_factor
        self.warmup_iters = warmup_iters
        super(WarmupPolyLR, self).__init__(optimizer, last_epoch)

    def get_lr(self):
        factor = self._factor()
        return [max(base_lr * factor, 1e-6) for base_lr in self.base_lrs]

    def _factor(self):
        if self.last_epoch < self.warmup_iters:
            alpha = self.last_epoch / self.warmup_iters
            return self.warmup_factor * (1 - alpha) + alpha
        left = 1 - (self.last_epoch - self.warmup_iters) / (self.max_iters - self.warmup_iters)
        return max(left, 0.0) ** self.power


parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float, default=0.01)
args = parser.parse_args()

optimizer = torch.optim.SGD(
    [{"params": model.backbone.parameters()}, {"params": model.head.parameters(), "lr": 10 * args.lr}],
    lr=args.lr,
    momentum=0.9,
)
scheduler = WarmupPolyLR(optimizer, max_iters=2000, warmup_iters=200)

for epoch in range(20):
    for images, labels in train_loader:
        loss = criterion(model(images), labels)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        scheduler.step()
