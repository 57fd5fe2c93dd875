import argparse

import torch
from torch.optim.lr_scheduler import StepLR

parser = argparse.ArgumentParser()
parser.add_argument("--epochs", default=90, type=int)
parser.add_argument("--lr", "--learning-rate", default=0.1, type=float, dest="lr")


def main_worker(args):
    optimizer = torch.optim.SGD(model.parameters(), args.lr, momentum=0.9)
    scheduler = StepLR(optimizer, step_size=30, gamma=0.1)
    return scheduler


args = parser.parse_args()
scheduler = main_worker(args)
