import math

import torch


def build(args, optimizer):
    epochs = args.epochs_total
    lrf = 0.01
    if args.lr_scheduler == "cosine":
        lf = lambda x: ((1 - math.cos(x * math.pi / epochs)) / 2) * (lrf - 1) + 1
    elif args.lr_scheduler == "linear":
        lf = lambda x: (1 - x / epochs) * (1.0 - lrf) + lrf
    else:
        exit(0)
    return torch.optim.lr_scheduler.LambdaLR(optimizer, lr_lambda=lf)
