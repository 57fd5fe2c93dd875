import argparse
import math

import numpy as np
import torch

flags = argparse.ArgumentParser()
flags.add_argument("--epochs", default=300, type=int)
flags.add_argument("--lr", type=float, default=4e-3)
flags.add_argument("--min_lr", type=float, default=1e-6)
flags.add_argument("--warmup_epochs", type=int, default=20)
args = flags.parse_args()


def cosine_scheduler(base_value, final_value, epochs, niter_per_ep, warmup_epochs=0, start_warmup_value=0):
    climb = np.array([])
    warmup_iters = warmup_epochs * niter_per_ep
    if warmup_epochs > 0:
        climb = np.linspace(start_warmup_value, base_value, warmup_iters)
    iters = np.arange(epochs * niter_per_ep - warmup_iters)
    fall = np.array(
        [final_value + 0.5 * (base_value - final_value) * (1 + math.cos(math.pi * i / (len(iters)))) for i in iters]
    )
    return np.concatenate((climb, fall))


optimizer = torch.optim.AdamW(model.parameters(), lr=args.lr)
lr_schedule_values = cosine_scheduler(
    args.lr, args.min_lr, args.epochs, num_training_steps_per_epoch, warmup_epochs=args.warmup_epochs
)
for epoch in range(args.epochs):
    for i, batch in enumerate(data_loader):
        it = epoch * num_training_steps_per_epoch + i
        for group in optimizer.param_groups:
            group["lr"] = lr_schedule_values[it]
