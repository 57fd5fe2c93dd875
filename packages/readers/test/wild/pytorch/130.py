import numpy as np
import pytorch_lightning as pl
import torch
from torch.optim.lr_scheduler import LambdaLR


class LambdaLinearScheduler:
    def __init__(self, warm_up_steps, f_min, f_max, f_start, cycle_lengths):
        self.lr_warm_up_steps = warm_up_steps
        self.f_start = f_start
        self.f_min = f_min
        self.f_max = f_max
        self.cycle_lengths = cycle_lengths
        self.cum_cycles = np.cumsum([0] + list(self.cycle_lengths))
        self.last_f = 0.0

    def find_in_interval(self, n):
        interval = 0
        for cl in self.cum_cycles[1:]:
            if n <= cl:
                return interval
            interval += 1

    def schedule(self, n, **kwargs):
        cycle = self.find_in_interval(n)
        n = n - self.cum_cycles[cycle]
        if n < self.lr_warm_up_steps[cycle]:
            f = (self.f_max[cycle] - self.f_start[cycle]) / self.lr_warm_up_steps[cycle] * n + self.f_start[cycle]
            self.last_f = f
            return f
        else:
            left = (self.cycle_lengths[cycle] - n) / (self.cycle_lengths[cycle])
            f = self.f_min[cycle] + (self.f_max[cycle] - self.f_min[cycle]) * left
            self.last_f = f
            return f


class LatentDiffusion(pl.LightningModule):
    def configure_optimizers(self):
        opt = torch.optim.AdamW(self.model.parameters(), lr=5.0e-5)
        scheduler = LambdaLinearScheduler(
            warm_up_steps=[10000], cycle_lengths=[10000000000000], f_start=[1.0e-6], f_max=[1.0], f_min=[1.0]
        )
        return [opt], [{"scheduler": LambdaLR(opt, lr_lambda=scheduler.schedule), "interval": "step", "frequency": 1}]
