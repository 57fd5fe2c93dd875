import argparse

import torch

parser = argparse.ArgumentParser()
parser.add_argument("--epochs", default=300, type=int)
parser.add_argument("--lr", default=0.1, type=float)
parser.add_argument("--schedule", type=int, nargs="+", default=[150, 225])
parser.add_argument("--gamma", type=float, default=0.1)
args = parser.parse_args()
state = {k: v for k, v in args._get_kwargs()}
optimizer = torch.optim.SGD(model.parameters(), lr=args.lr)


def adjust_learning_rate(optimizer, epoch):
    global state
    if epoch in args.schedule:
        state["lr"] *= args.gamma
        for param_group in optimizer.param_groups:
            param_group["lr"] = state["lr"]


for epoch in range(0, args.epochs):
    adjust_learning_rate(optimizer, epoch)
    train(model, optimizer)
