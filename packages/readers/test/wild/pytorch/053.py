import argparse

import torch.optim as optim

parser = argparse.ArgumentParser()
parser.add_argument("--epochs", default=300, type=int)
parser.add_argument("--lr", default=0.1, type=float)
parser.add_argument("--schedule", type=int, nargs="+", default=[150, 225])
parser.add_argument("--gamma", type=float, default=0.1)
args = parser.parse_args()
state = {"lr": args.lr}
optimizer = optim.SGD(model.parameters(), lr=args.lr, momentum=0.9)


def adjust(optimizer, epoch):
    global state
    if epoch in args.schedule:
        state["lr"] *= args.gamma
        for group in optimizer.param_groups:
            group["lr"] = state["lr"]


for epoch in range(args.epochs):
    adjust(optimizer, epoch)
