import torch.optim.lr_scheduler as lr_scheduler


def restarts(optimizer, args):
    return lr_scheduler.CosineAnnealingWarmRestarts(optimizer, T_0=args.epochs, T_mult=2, eta_min=1e-5)
