import math

import torch
from torch.optim.lr_scheduler import LambdaLR


class Warmed(LambdaLR):
    def __init__(self, optimizer, warmup_steps, t_total, cycles=0.5, last_epoch=-1):
        self.warmup_steps = warmup_steps
        self.t_total = t_total
        self.cycles = cycles
        super().__init__(optimizer, self.shape, last_epoch=last_epoch)

    def shape(self, step):
        if step < self.warmup_steps:
            return float(step) / float(max(1.0, self.warmup_steps))
        progress = float(step - self.warmup_steps) / float(max(1, self.t_total - self.warmup_steps))
        return max(0.0, 0.5 * (1.0 + math.cos(math.pi * float(self.cycles) * 2.0 * progress)))


optimizer = torch.optim.SGD(model.parameters(), lr=3e-2, momentum=0.9)
scheduler = Warmed(optimizer, warmup_steps=100, t_total=1000)
