import argparse

import pytorch_warmup as warmup
import torch.optim as optim

p = argparse.ArgumentParser()
p.add_argument("--epochs", type=int, default=10)
p.add_argument("--lr", type=float, default=0.01)
p.add_argument("--lr-min", type=float, default=1e-5)
p.add_argument("--beta2", type=float, default=0.999)
args = p.parse_args()
optimizer = optim.AdamW(model.parameters(), lr=args.lr, betas=(0.9, args.beta2))
num_steps = len(train_loader) * args.epochs
lr_scheduler = optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=num_steps, eta_min=args.lr_min)
warmup_scheduler = warmup.RAdamWarmup(optimizer)
