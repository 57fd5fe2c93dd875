import argparse
import math

import torch

flags = argparse.ArgumentParser()
flags.add_argument("--n_epochs", type=int, default=10)
flags.add_argument("--lr", type=float, default=1e-4)
args = flags.parse_args()


class CosineSchedule:
    def __init__(self, lr, total_steps, warmup=0.05):
        self.lr = lr
        self.final_lr = 0
        self.total_steps = total_steps
        self.warmup_steps = round(total_steps * warmup)

    def get_lr(self, step):
        if step < self.warmup_steps:
            return self.lr * step / self.warmup_steps
        if step < self.total_steps:
            progress = (step - self.warmup_steps) / (self.total_steps - self.warmup_steps)
            return self.final_lr + 0.5 * (self.lr - self.final_lr) * (1 + math.cos(progress * math.pi))
        return self.final_lr


optim = torch.optim.AdamW(model.parameters(), lr=args.lr)
lr_schedule = CosineSchedule(args.lr, len(dloader) * args.n_epochs)
step = 0
for epoch_idx in range(args.n_epochs):
    for batch in dloader:
        lr = lr_schedule.get_lr(step)
        for group in optim.param_groups:
            group["lr"] = lr
        optim.step()
        step += 1
