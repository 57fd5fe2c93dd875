import argparse

import torch
import torch.optim as optim

parser = argparse.ArgumentParser()
parser.add_argument("--lr", default=0.01, type=float)
parser.add_argument("--min-lr", default=2e-4, type=float)
args = parser.parse_args()
optimizer = optim.SGD(model.parameters(), lr=args.lr, momentum=0.9)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, eta_min=args.min_lr, T_max=60)
