from argparse import ArgumentParser

import torch
from torch.optim.lr_scheduler import MultiStepLR


def get_args():
	parser = ArgumentParser()
	parser.add_argument("--epochs", type=int, default=65)
	parser.add_argument("--multistep", nargs="*", type=int, default=[43, 54])
	parser.add_argument("--lr", type=float, default=2.6e-3)
	return parser.parse_args()


opt = get_args()
optimizer = torch.optim.SGD(model.parameters(), lr=opt.lr, momentum=0.9, nesterov=True)
scheduler = MultiStepLR(optimizer=optimizer, milestones=opt.multistep, gamma=0.1)
