import argparse

import torch

parser = argparse.ArgumentParser()
parser.add_argument("--lr", default=0.1, type=float)
parser.add_argument("--total_epochs", type=int, default=200)
parser.add_argument("--lr_decay_milestones", default="120,150,180", type=str)
parser.add_argument("--lr_decay_gamma", default=0.1, type=float)
args = parser.parse_args()

optimizer = torch.optim.SGD(model.parameters(), lr=args.lr, momentum=0.9)
milestones = [int(ms) for ms in args.lr_decay_milestones.split(",")]
scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, milestones=milestones, gamma=args.lr_decay_gamma)
