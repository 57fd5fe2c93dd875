import argparse

import torch

parser = argparse.ArgumentParser()
parser.add_argument("--learning_rate", type=float, default=0.1)
parser.add_argument("--epochs", type=int, default=250)
parser.add_argument("--gamma", type=float, default=0.97)
parser.add_argument("--decay_period", type=int, default=1)
args = parser.parse_args()
optimizer = torch.optim.SGD(model.parameters(), args.learning_rate, momentum=0.9, weight_decay=3e-5)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, args.decay_period, gamma=args.gamma)
