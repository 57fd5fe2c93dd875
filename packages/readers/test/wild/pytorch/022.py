import argparse

import torch

parser = argparse.ArgumentParser()
parser.add_argument("--learning_rate", type=float, default=0.025)
parser.add_argument("--learning_rate_min", type=float, default=0.001)
parser.add_argument("--epochs", type=int, default=50)
args = parser.parse_args()
optimizer = torch.optim.SGD(model.parameters(), args.learning_rate, momentum=0.9)
scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, float(args.epochs), eta_min=args.learning_rate_min)
