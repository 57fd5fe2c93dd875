import argparse

import torch.optim as optim


def fetch(args, model):
    optimizer = optim.AdamW(model.parameters(), lr=args.lr, weight_decay=0.00005)
    scheduler = optim.lr_scheduler.OneCycleLR(
        optimizer, args.lr, args.num_steps + 100, pct_start=0.05, cycle_momentum=False, anneal_strategy="linear"
    )
    return optimizer, scheduler


if True:
    cli = argparse.ArgumentParser()
    cli.add_argument("--lr", type=float, default=0.00002)
    cli.add_argument("--num_steps", type=int, default=100000)
    args = cli.parse_args()
    optimizer, scheduler = fetch(args, model)
