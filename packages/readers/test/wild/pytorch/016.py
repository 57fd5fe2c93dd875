import argparse

import torch

parser = argparse.ArgumentParser()
parser.add_argument("--epochs", default=200, type=int)
parser.add_argument("--start-epoch", default=0, type=int)
parser.add_argument("--lr", "--learning-rate", default=0.1, type=float)
args = parser.parse_args()
optimizer = torch.optim.SGD([{"params": model.parameters(), "initial_lr": args.lr}], args.lr, momentum=0.9)
lr_scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, milestones=[100, 150], last_epoch=args.start_epoch - 1)
