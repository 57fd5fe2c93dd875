import argparse

import torch

parser = argparse.ArgumentParser()
parser.add_argument("--epochs", default=90, type=int)
parser.add_argument("--lr", default=0.1, type=float)
parser.add_argument("--dataset", default="imagenet", type=str)
args = parser.parse_args()


def adjust_learning_rate(optimizer, epoch):
    if args.dataset.startswith("cifar"):
        lr = args.lr * (0.1 ** (epoch // (args.epochs * 0.5))) * (0.1 ** (epoch // (args.epochs * 0.75)))
    elif args.dataset == "imagenet":
        if args.epochs == 300:
            lr = args.lr * (0.1 ** (epoch // 75))
        else:
            lr = args.lr * (0.1 ** (epoch // 30))
    for group in optimizer.param_groups:
        group["lr"] = lr


optimizer = torch.optim.SGD(model.parameters(), args.lr, momentum=0.9)
for epoch in range(0, args.epochs):
    adjust_learning_rate(optimizer, epoch)
