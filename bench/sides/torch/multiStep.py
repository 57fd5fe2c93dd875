"""The real PyTorch, stepping MultiStepLR as a training loop does; prints the time of one step as JSON."""

import json
import statistics
import time
import warnings

import torch

STEPS = 10_000
# The warning that optimizer.step() was not called: only the scheduler is timed.
warnings.filterwarnings("ignore", category=UserWarning)


def run():
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.01)
    scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, milestones=[3000, 6000, 9000], gamma=0.1)
    total = 0.0
    start = time.perf_counter_ns()
    for _ in range(STEPS):
        total += optimizer.param_groups[0]["lr"]
        scheduler.step()
    return (time.perf_counter_ns() - start) / STEPS, total


times = [run() for _ in range(7)]
print(json.dumps({"nanoseconds": statistics.median(each[0] for each in times), "check": times[0][1]}))
