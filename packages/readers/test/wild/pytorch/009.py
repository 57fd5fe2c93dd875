import argparse

import torch

parser = argparse.ArgumentParser()
parser.add_argument("--epochs", default=200, type=int)
parser.add_argument("--lr", "--learning-rate", default=0.1, type=float)
args = parser.parse_args()
optimizer = torch.optim.SGD(model.parameters(), args.lr, momentum=0.9, nesterov=True)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, len(train_loader) * args.epochs)
