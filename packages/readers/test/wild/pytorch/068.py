import argparse
from math import cos, pi

import torch

flags = argparse.ArgumentParser()
flags.add_argument("--epochs", default=90, type=int)
flags.add_argument("--lr", default=0.1, type=float)
flags.add_argument("--lr-decay", type=str, default="step")
flags.add_argument("--schedule", type=int, nargs="+", default=[150, 225])
flags.add_argument("--gamma", type=float, default=0.1)
flags.add_argument("--warmup", action="store_true")
args = flags.parse_args()


def adjust_learning_rate(optimizer, epoch, iteration, num_iter):
    warmup_epoch = 5 if args.warmup else 0
    warmup_iter = warmup_epoch * num_iter
    done = iteration + epoch * num_iter
    total = args.epochs * num_iter
    if args.lr_decay == "step":
        lr = args.lr * (args.gamma ** ((done - warmup_iter) / (total - warmup_iter)))
    elif args.lr_decay == "cos":
        lr = args.lr * (1 + cos(pi * (done - warmup_iter) / (total - warmup_iter))) / 2
    elif args.lr_decay == "linear":
        lr = args.lr * (1 - (done - warmup_iter) / (total - warmup_iter))
    elif args.lr_decay == "schedule":
        count = sum([1 for s in args.schedule if s <= epoch])
        lr = args.lr * pow(args.gamma, count)
    if epoch < warmup_epoch:
        lr = args.lr * done / warmup_iter
    for group in optimizer.param_groups:
        group["lr"] = lr


def train(loader, model, optimizer, epoch):
    for i, (images, target) in enumerate(loader):
        adjust_learning_rate(optimizer, epoch, i, len(loader))
        optimizer.step()


optimizer = torch.optim.SGD(model.parameters(), args.lr, momentum=0.9)
for epoch in range(0, args.epochs):
    train(train_loader, model, optimizer, epoch)
