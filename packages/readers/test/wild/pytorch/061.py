import argparse

import torch

parser = argparse.ArgumentParser()
parser.add_argument("--epochs", default=90, type=int)
parser.add_argument("--lr", default=0.1, type=float)
parser.add_argument("--lr-scheduler", default="steplr", type=str)
parser.add_argument("--lr-warmup-epochs", default=0, type=int)
parser.add_argument("--lr-warmup-method", default="constant", type=str)
parser.add_argument("--lr-warmup-decay", default=0.01, type=float)
parser.add_argument("--lr-step-size", default=30, type=int)
parser.add_argument("--lr-gamma", default=0.1, type=float)
parser.add_argument("--lr-min", default=0.0, type=float)
args = parser.parse_args()
optimizer = torch.optim.SGD(model.parameters(), lr=args.lr, momentum=0.9)
args.lr_scheduler = args.lr_scheduler.lower()
if args.lr_scheduler == "steplr":
    main_lr_scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=args.lr_step_size, gamma=args.lr_gamma)
elif args.lr_scheduler == "cosineannealinglr":
    main_lr_scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(
        optimizer, T_max=args.epochs - args.lr_warmup_epochs, eta_min=args.lr_min
    )
elif args.lr_scheduler == "exponentiallr":
    main_lr_scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=args.lr_gamma)
else:
    raise RuntimeError(args.lr_scheduler)
if args.lr_warmup_epochs > 0:
    if args.lr_warmup_method == "linear":
        warmup_lr_scheduler = torch.optim.lr_scheduler.LinearLR(
            optimizer, start_factor=args.lr_warmup_decay, total_iters=args.lr_warmup_epochs
        )
    else:
        warmup_lr_scheduler = torch.optim.lr_scheduler.ConstantLR(
            optimizer, factor=args.lr_warmup_decay, total_iters=args.lr_warmup_epochs
        )
    lr_scheduler = torch.optim.lr_scheduler.SequentialLR(
        optimizer, schedulers=[warmup_lr_scheduler, main_lr_scheduler], milestones=[args.lr_warmup_epochs]
    )
else:
    lr_scheduler = main_lr_scheduler
