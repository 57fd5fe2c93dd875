import math

import torch


def cosine_lr_schedule(optimizer, epoch, max_epoch, init_lr, min_lr):
    lr = (init_lr - min_lr) * 0.5 * (1.0 + math.cos(math.pi * epoch / max_epoch)) + min_lr
    for group in optimizer.param_groups:
        group["lr"] = lr


def main(args, config):
    optimizer = torch.optim.AdamW(params=model.parameters(), lr=config["init_lr"], weight_decay=0.05)
    for epoch in range(0, config["max_epoch"]):
        cosine_lr_schedule(optimizer, epoch, config["max_epoch"], config["init_lr"], config["min_lr"])
        train(model, train_loader, optimizer, epoch)
