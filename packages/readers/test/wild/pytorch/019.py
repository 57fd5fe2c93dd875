import argparse

import torch

parser = argparse.ArgumentParser()
parser.add_argument("--epochs", default=15, type=int)
parser.add_argument("--lr-schedule", default="cyclic", choices=["cyclic", "multistep"])
parser.add_argument("--lr-min", default=0.0, type=float)
parser.add_argument("--lr-max", default=0.2, type=float)
args = parser.parse_args()
opt = torch.optim.SGD(model.parameters(), lr=args.lr_max, momentum=0.9, weight_decay=5e-4)
lr_steps = args.epochs * len(train_loader)
if args.lr_schedule == "cyclic":
    scheduler = torch.optim.lr_scheduler.CyclicLR(
        opt, base_lr=args.lr_min, max_lr=args.lr_max, step_size_up=lr_steps / 2, step_size_down=lr_steps / 2
    )
elif args.lr_schedule == "multistep":
    scheduler = torch.optim.lr_scheduler.MultiStepLR(opt, milestones=[lr_steps / 2, lr_steps * 3 / 4], gamma=0.1)
