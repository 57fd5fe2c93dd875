import argparse
import math

import numpy as np
import torch

parser = argparse.ArgumentParser()
parser.add_argument("--epochs", default=100, type=int)
parser.add_argument("--base_lr", default=4.8, type=float)
parser.add_argument("--final_lr", type=float, default=0)
parser.add_argument("--warmup_epochs", default=10, type=int)
parser.add_argument("--start_warmup", default=0, type=float)
args = parser.parse_args()
optimizer = torch.optim.SGD(model.parameters(), lr=args.base_lr, momentum=0.9, weight_decay=1e-6)
warm = np.linspace(args.start_warmup, args.base_lr, len(train_loader) * args.warmup_epochs)
iters = np.arange(len(train_loader) * (args.epochs - args.warmup_epochs))
cosine = np.array(
    [
        args.final_lr
        + 0.5
        * (args.base_lr - args.final_lr)
        * (1 + math.cos(math.pi * t / (len(train_loader) * (args.epochs - args.warmup_epochs))))
        for t in iters
    ]
)
lr_schedule = np.concatenate((warm, cosine))
for epoch in range(args.epochs):
    for it, inputs in enumerate(train_loader):
        iteration = epoch * len(train_loader) + it
        for group in optimizer.param_groups:
            group["lr"] = lr_schedule[iteration]
        optimizer.step()
