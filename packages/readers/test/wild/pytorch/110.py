import argparse

import torch

parser = argparse.ArgumentParser()
parser.add_argument("--epochs", dest="max_epochs", default=20, type=int)
parser.add_argument("--lr", dest="lr", default=0.001, type=float)
parser.add_argument("--lr_decay_step", dest="lr_decay_step", default=5, type=int)
parser.add_argument("--lr_decay_gamma", dest="lr_decay_gamma", default=0.1, type=float)
args = parser.parse_args()


def adjust_learning_rate(optimizer, decay=0.1):
    for group in optimizer.param_groups:
        group["lr"] = decay * group["lr"]


lr = args.lr
optimizer = torch.optim.SGD(model.parameters(), lr=lr, momentum=0.9)
for epoch in range(1, args.max_epochs + 1):
    if epoch % (args.lr_decay_step + 1) == 0:
        adjust_learning_rate(optimizer, args.lr_decay_gamma)
        lr *= args.lr_decay_gamma
    train(epoch)
