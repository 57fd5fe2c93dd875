import argparse

import torch

p = argparse.ArgumentParser()
p.add_argument("--lr", default=2e-4, type=float)
p.add_argument("--lr_backbone", default=2e-5, type=float)
p.add_argument("--lr_linear_proj_mult", default=0.1, type=float)
p.add_argument("--epochs", default=50, type=int)
p.add_argument("--lr_drop", default=40, type=int)
p.add_argument("--sgd", action="store_true")
args = p.parse_args()
groups = [
    {"params": [w for n, w in model.named_parameters() if n == "head"], "lr": args.lr},
    {"params": [w for n, w in model.named_parameters() if n == "backbone"], "lr": args.lr_backbone},
    {"params": [w for n, w in model.named_parameters() if n == "proj"], "lr": args.lr * args.lr_linear_proj_mult},
]
if args.sgd:
    optimizer = torch.optim.SGD(groups, lr=args.lr, momentum=0.9)
else:
    optimizer = torch.optim.AdamW(groups, lr=args.lr)
lr_scheduler = torch.optim.lr_scheduler.StepLR(optimizer, args.lr_drop)
