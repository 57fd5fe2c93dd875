import argparse

import torch

p = argparse.ArgumentParser()
p.add_argument("--lr", default=1e-4, type=float)
p.add_argument("--lr_backbone", default=1e-5, type=float)
p.add_argument("--epochs", default=300, type=int)
p.add_argument("--lr_drop", default=200, type=int)
args = p.parse_args()
groups = [
    {"params": [w for n, w in model.named_parameters() if "backbone" not in n]},
    {"params": [w for n, w in model.named_parameters() if "backbone" in n], "lr": args.lr_backbone},
]
optimizer = torch.optim.AdamW(groups, lr=args.lr, weight_decay=1e-4)
lr_scheduler = torch.optim.lr_scheduler.StepLR(optimizer, args.lr_drop)
