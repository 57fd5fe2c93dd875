import argparse

import torch.optim as optim
from torch.optim.lr_scheduler import CosineAnnealingLR


def train(args):
    if args.use_sgd:
        opt = optim.SGD(model.parameters(), lr=args.lr * 100, momentum=0.9, weight_decay=1e-4)
    else:
        opt = optim.Adam(model.parameters(), lr=args.lr, weight_decay=1e-4)
    scheduler = CosineAnnealingLR(opt, args.epochs, eta_min=args.lr)
    return scheduler


parser = argparse.ArgumentParser()
parser.add_argument("--epochs", type=int, default=250)
parser.add_argument("--use_sgd", type=bool, default=True)
parser.add_argument("--lr", type=float, default=0.001)
args = parser.parse_args()
scheduler = train(args)
