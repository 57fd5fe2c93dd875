import argparse

import torch

parser = argparse.ArgumentParser()
parser.add_argument("--epochs", default=90, type=int)
parser.add_argument("--start-epoch", default=0, type=int)
parser.add_argument("--lr", "--learning-rate", default=0.1, type=float, dest="lr")
args = parser.parse_args()
torch_optimizer = torch.optim.SGD(model.parameters(), args.lr, momentum=0.9)


def adjust_learning_rate(optimizer, epoch, args):
    lr = args.lr * (0.1 ** (epoch // 30))
    for group in optimizer.param_groups:
        group["lr"] = lr


for epoch in range(args.start_epoch, args.epochs):
    adjust_learning_rate(torch_optimizer, epoch, args)
    train(epoch)
