import argparse

import numpy as np
import torch.optim as optim

flags = argparse.ArgumentParser()
flags.add_argument("--epochs", type=int, default=240)
flags.add_argument("--learning_rate", type=float, default=0.05)
flags.add_argument("--lr_decay_epochs", type=str, default="150,180,210")
flags.add_argument("--lr_decay_rate", type=float, default=0.1)
opt = flags.parse_args()
opt.lr_decay_epochs = [int(word) for word in opt.lr_decay_epochs.split(",")]


def adjust_learning_rate(epoch, opt, optimizer):
    drops = np.sum(epoch > np.asarray(opt.lr_decay_epochs))
    if drops > 0:
        rate = opt.learning_rate * (opt.lr_decay_rate**drops)
        for group in optimizer.param_groups:
            group["lr"] = rate


optimizer = optim.SGD(model.parameters(), lr=opt.learning_rate, momentum=0.9, weight_decay=5e-4)
for epoch in range(1, opt.epochs + 1):
    adjust_learning_rate(epoch, opt, optimizer)
