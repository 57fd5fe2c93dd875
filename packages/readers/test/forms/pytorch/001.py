import argparse

import torch

p = argparse.ArgumentParser()
p.add_argument("--lr", "--learning-rate", default=0.1, type=float, metavar="LR", dest="lr")
p.add_argument("--epochs", default=90, type=int)
args = p.parse_args()

sgd = torch.optim.SGD(model.parameters(), args.lr, momentum=0.9, weight_decay=1e-4)
scheduler = torch.optim.lr_scheduler.StepLR(sgd, step_size=30, gamma=0.1)
for epoch in range(args.epochs):
    fit(model, sgd, epoch)
    scheduler.step()
