import argparse

import torch
from torch.optim.lr_scheduler import StepLR

options = argparse.ArgumentParser()
options.add_argument("--lr", type=float, default=0.1)
options.add_argument("--gamma", type=float, default=0.7)
args = options.parse_args()
adadelta = torch.optim.Adadelta(model.parameters(), lr=args.lr)
scheduler = StepLR(adadelta, step_size=1, gamma=args.gamma)
