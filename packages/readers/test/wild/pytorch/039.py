import argparse

import torch.optim as optim
from torch.optim.lr_scheduler import StepLR

parser = argparse.ArgumentParser()
parser.add_argument("--train_subset", action="store_true")
parser.add_argument("--epochs", type=int, default=100)
args = parser.parse_args()
optimizer = optim.Adam(model.parameters(), lr=0.001)
if args.train_subset:
    scheduler = StepLR(optimizer, step_size=300, gamma=0.25)
    args.epochs = 1000
else:
    scheduler = StepLR(optimizer, step_size=30, gamma=0.25)
