import argparse

import torch

parser = argparse.ArgumentParser()
parser.add_argument("--epoch", default=200, type=int)
parser.add_argument("--learning_rate", default=0.001, type=float)
parser.add_argument("--optimizer", type=str, default="Adam")
args = parser.parse_args()
if args.optimizer == "Adam":
    optimizer = torch.optim.Adam(model.parameters(), lr=args.learning_rate, betas=(0.9, 0.999), eps=1e-08)
else:
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9)
scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=20, gamma=0.7)
