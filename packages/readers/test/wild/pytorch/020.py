import argparse

import torch

parser = argparse.ArgumentParser()
parser.add_argument("--learning_rate", type=float, default=0.025)
parser.add_argument("--epochs", type=int, default=600)
args = parser.parse_args()
optimizer = torch.optim.SGD(model.parameters(), args.learning_rate, momentum=0.9, weight_decay=3e-4)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, float(args.epochs))
