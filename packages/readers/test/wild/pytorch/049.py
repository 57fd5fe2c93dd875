import argparse
import math

import torch

parser = argparse.ArgumentParser()
parser.add_argument("--num_iterations", type=int, default=10)
parser.add_argument("--learning_rate", type=float, default=1e-4)
parser.add_argument("--warmup_iters", type=int, default=0)
parser.add_argument("--learning_rate_decay_frac", type=float, default=1.0)
args = parser.parse_args()
optimizer = torch.optim.AdamW(model.parameters(), lr=args.learning_rate)


def get_lr(it):
    min_lr = args.learning_rate * args.learning_rate_decay_frac
    if it < args.warmup_iters:
        return args.learning_rate * (it + 1) / args.warmup_iters
    if it > args.num_iterations:
        return min_lr
    decay_ratio = (it - args.warmup_iters) / (args.num_iterations - args.warmup_iters)
    coeff = 0.5 * (1.0 + math.cos(math.pi * decay_ratio))
    return min_lr + coeff * (args.learning_rate - min_lr)


for step in range(args.num_iterations + 1):
    lr = get_lr(step)
    for param_group in optimizer.param_groups:
        param_group["lr"] = lr
