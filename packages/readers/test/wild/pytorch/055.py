import argparse

import torch
from torch.optim import lr_scheduler

parser = argparse.ArgumentParser()
parser.add_argument("--epochs", type=int, default=10)
parser.add_argument("--lr0", type=float, default=0.001)
opt = parser.parse_args()
epochs = opt.epochs
optimizer = torch.optim.Adam(model.parameters(), lr=opt.lr0)
lrf = 0.01


def lf(x):
    return (1 - x / epochs) * (1 - lrf) + lrf


scheduler = lr_scheduler.LambdaLR(optimizer, lr_lambda=lf)
