import argparse
import math

import torch

parser = argparse.ArgumentParser()
parser.add_argument("--epochs", default=100, type=int)
parser.add_argument("--batch-size", default=512, type=int)
parser.add_argument("--lr", "--learning-rate", default=0.05, type=float, dest="lr")
args = parser.parse_args()


def adjust(optimizer, init_lr, epoch, args):
    cur_lr = init_lr * 0.5 * (1.0 + math.cos(math.pi * epoch / args.epochs))
    for group in optimizer.param_groups:
        group["lr"] = cur_lr


init_lr = args.lr * args.batch_size / 256
optimizer = torch.optim.SGD(model.parameters(), init_lr, momentum=0.9)
for epoch in range(args.epochs):
    adjust(optimizer, init_lr, epoch, args)
