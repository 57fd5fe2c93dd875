import argparse

import torch.optim as optim
from conf import settings
from utils import WarmUpLR

parser = argparse.ArgumentParser()
parser.add_argument("-warm", type=int, default=1)
parser.add_argument("-lr", type=float, default=0.1)
args = parser.parse_args()
optimizer = optim.SGD(net.parameters(), lr=args.lr, momentum=0.9, weight_decay=5e-4)
train_scheduler = optim.lr_scheduler.MultiStepLR(optimizer, milestones=settings.MILESTONES, gamma=0.2)
warmup_scheduler = WarmUpLR(optimizer, len(loader) * args.warm)
