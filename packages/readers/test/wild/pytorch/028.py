import argparse

import torch
import torch.optim as optim

parser = argparse.ArgumentParser()
parser.add_argument("--iters", type=int, default=30000)
parser.add_argument("--lr", type=float, default=1e-2)
opt = parser.parse_args()
make_optimizer = lambda model: torch.optim.Adam(model.parameters(), lr=opt.lr, betas=(0.9, 0.99), eps=1e-15)
make_scheduler = lambda optimizer: optim.lr_scheduler.LambdaLR(optimizer, lambda iter: 0.1 ** min(iter / opt.iters, 1))
scheduler = make_scheduler(make_optimizer(model))
