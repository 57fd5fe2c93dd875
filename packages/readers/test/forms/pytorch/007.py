import torch.optim.lr_scheduler as lr_scheduler


def warm_cosine(optim, num_epochs, train_loader):
    warm = max(num_epochs // 4, 1) * len(train_loader)
    rest = num_epochs * len(train_loader) - warm
    up = lr_scheduler.LinearLR(optim, start_factor=0.01, total_iters=warm)
    down = lr_scheduler.CosineAnnealingLR(optim, T_max=rest)
    return lr_scheduler.SequentialLR(optim, [up, down], milestones=[warm])
