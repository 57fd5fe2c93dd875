import argparse

import torch.optim as optim

cfg = {"lr_steps": (80000, 100000, 120000), "max_iter": 120000}
flags = argparse.ArgumentParser()
flags.add_argument("--lr", "--learning-rate", default=1e-3, type=float)
flags.add_argument("--gamma", default=0.1, type=float)
flags.add_argument("--start_iter", default=0, type=int)
args = flags.parse_args()


def adjust_learning_rate(optimizer, gamma, step):
    lr = args.lr * (gamma**step)
    for group in optimizer.param_groups:
        group["lr"] = lr


optimizer = optim.SGD(net.parameters(), lr=args.lr, momentum=0.9, weight_decay=5e-4)
step_index = 0
for iteration in range(args.start_iter, cfg["max_iter"]):
    if iteration in cfg["lr_steps"]:
        step_index += 1
        adjust_learning_rate(optimizer, args.gamma, step_index)
