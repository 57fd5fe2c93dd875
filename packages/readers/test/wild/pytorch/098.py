import argparse
import math

import numpy as np
import torch.optim as optim

parser = argparse.ArgumentParser()
parser.add_argument("--epochs", type=int, default=1000)
parser.add_argument("--learning_rate", type=float, default=0.05)
parser.add_argument("--lr_decay_epochs", type=str, default="700,800,900")
parser.add_argument("--lr_decay_rate", type=float, default=0.1)
parser.add_argument("--cosine", action="store_true")
opt = parser.parse_args()
listed = opt.lr_decay_epochs.split(",")
opt.lr_decay_epochs = list([])
for one in listed:
    opt.lr_decay_epochs.append(int(one))


def adjust_learning_rate(args, optimizer, epoch):
    lr = args.learning_rate
    if args.cosine:
        eta_min = lr * (args.lr_decay_rate**3)
        lr = eta_min + (lr - eta_min) * (1 + math.cos(math.pi * epoch / args.epochs)) / 2
    else:
        steps = np.sum(epoch > np.asarray(args.lr_decay_epochs))
        if steps > 0:
            lr = lr * (args.lr_decay_rate**steps)
    for group in optimizer.param_groups:
        group["lr"] = lr


optimizer = optim.SGD(model.parameters(), lr=opt.learning_rate, momentum=0.9)
for epoch in range(1, opt.epochs + 1):
    adjust_learning_rate(opt, optimizer, epoch)
    train(epoch)
