from argparse import ArgumentParser

import torch

cli = ArgumentParser()
cli.add_argument("--lr", type=float, default=0.1)
cli.add_argument("--lr-decay-epoch", nargs="+", type=int, default=[60, 120, 160])
cli.add_argument("--lr-decay", type=float, default=0.2)
args = cli.parse_args()
optimizer = torch.optim.SGD(model.parameters(), lr=args.lr, momentum=0.9, weight_decay=5e-4)
scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, args.lr_decay_epoch, gamma=args.lr_decay)
