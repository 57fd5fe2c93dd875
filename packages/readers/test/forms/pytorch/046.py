import torch

warmup_epochs = 8


class Config:
    EPOCHS = 80
    LR = 3e-4
    SCHEDULER_ETA_MIN = 1e-6


config = Config()
optimizer = torch.optim.AdamW(model.parameters(), lr=config.LR)
if warmup_epochs > 0:
    up = torch.optim.lr_scheduler.LinearLR(
        optimizer, start_factor=1.0 / max(warmup_epochs, 1), end_factor=1.0, total_iters=warmup_epochs
    )
    down = torch.optim.lr_scheduler.CosineAnnealingLR(
        optimizer, T_max=max(config.EPOCHS - warmup_epochs, 1), eta_min=config.SCHEDULER_ETA_MIN
    )
    scheduler = torch.optim.lr_scheduler.SequentialLR(optimizer, schedulers=[up, down], milestones=[warmup_epochs])
else:
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(
        optimizer, T_max=config.EPOCHS, eta_min=config.SCHEDULER_ETA_MIN
    )
