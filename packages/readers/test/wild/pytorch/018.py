import argparse
import math

import torch
from torch.optim.lr_scheduler import LambdaLR


def get_cosine_schedule_with_warmup(optimizer, num_warmup_steps, num_training_steps, num_cycles=7.0 / 16.0, last_epoch=-1):
    def factor(current):
        if current < num_warmup_steps:
            return float(current) / float(max(1, num_warmup_steps))
        share = float(current - num_warmup_steps) / float(max(1, num_training_steps - num_warmup_steps))
        return max(0.0, math.cos(math.pi * num_cycles * share))

    return LambdaLR(optimizer, factor, last_epoch)


cli = argparse.ArgumentParser()
cli.add_argument("--total-steps", default=2**20, type=int)
cli.add_argument("--lr", "--learning-rate", default=0.03, type=float)
cli.add_argument("--warmup", default=0, type=float)
args = cli.parse_args()
optimizer = torch.optim.SGD(model.parameters(), lr=args.lr, momentum=0.9, nesterov=True)
scheduler = get_cosine_schedule_with_warmup(optimizer, args.warmup, args.total_steps)
