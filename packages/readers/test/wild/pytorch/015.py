import argparse

import torch.optim as optim

parser = argparse.ArgumentParser()
parser.add_argument("--lr", default=0.05, type=float)
parser.add_argument("--total_epoch", default=60, type=int)
parser.add_argument("--cosine", action="store_true")
opt = parser.parse_args()
optimizer_ft = optim.SGD(
    [{"params": model.body.parameters(), "lr": 0.1 * opt.lr}, {"params": model.classifier.parameters(), "lr": opt.lr}],
    momentum=0.9,
    nesterov=True,
)
exp_lr_scheduler = optim.lr_scheduler.StepLR(optimizer_ft, step_size=opt.total_epoch * 2 // 3, gamma=0.1)
if opt.cosine:
    exp_lr_scheduler = optim.lr_scheduler.CosineAnnealingLR(optimizer_ft, opt.total_epoch, eta_min=0.01 * opt.lr)
