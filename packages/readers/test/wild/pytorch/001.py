import argparse

from torch import optim
from torch.optim.lr_scheduler import StepLR

options = argparse.ArgumentParser()
options.add_argument("--epochs", type=int, default=14)
options.add_argument("--lr", type=float, default=1.0)
options.add_argument("--gamma", type=float, default=0.7)
args = options.parse_args()
optimizer = optim.Adadelta(model.parameters(), lr=args.lr)
scheduler = StepLR(optimizer, step_size=1, gamma=args.gamma)
