import argparse
from math import cos, pi

from torch import optim


def anneal_linear(start, end, proportion):
    return start + proportion * (end - start)


def anneal_cos(start, end, proportion):
    return end + (start - end) / 2 * (cos(pi * proportion) + 1)


class Phase:
    def __init__(self, start, end, n_iter, anneal_fn):
        self.start, self.end = start, end
        self.n_iter = n_iter
        self.anneal_fn = anneal_fn
        self.n = 0

    def step(self):
        self.n += 1
        return self.anneal_fn(self.start, self.end, self.n / self.n_iter)


class CycleScheduler:
    def __init__(self, optimizer, lr_max, n_iter, divider=25, warmup_proportion=0.3):
        self.optimizer = optimizer
        phase1 = int(n_iter * warmup_proportion)
        lr_min = lr_max / divider
        self.lr_phase = [
            Phase(lr_min, lr_max, phase1, anneal_linear),
            Phase(lr_max, lr_min / 1e4, n_iter - phase1, anneal_cos),
        ]
        self.phase = 0

    def step(self):
        lr = self.lr_phase[self.phase].step()
        for group in self.optimizer.param_groups:
            group["lr"] = lr
        if self.lr_phase[self.phase].n >= self.lr_phase[self.phase].n_iter:
            self.phase += 1
        return lr


parser = argparse.ArgumentParser()
parser.add_argument("--epoch", type=int, default=560)
parser.add_argument("--lr", type=float, default=3e-4)
parser.add_argument("--sched", type=str)
args = parser.parse_args()
optimizer = optim.Adam(model.parameters(), lr=args.lr)
scheduler = None
if args.sched == "cycle":
    scheduler = CycleScheduler(optimizer, args.lr, n_iter=len(loader) * args.epoch, warmup_proportion=0.05)
for i in range(args.epoch):
    for image in loader:
        optimizer.step()
        if scheduler is not None:
            scheduler.step()
