from torch.optim import AdamW


def create_scheduler(optimizer, config, steps_per_epoch: int):
    from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR

    s = config.training.scheduler
    w = s.warmup_epochs * steps_per_epoch
    warm = LinearLR(optimizer, start_factor=0.1, total_iters=w)
    cos = CosineAnnealingLR(
        optimizer, T_max=(config.training.epochs - s.warmup_epochs) * steps_per_epoch, eta_min=s.min_lr
    )
    return SequentialLR(optimizer, [warm, cos], milestones=[w])


optimizer = AdamW(model.parameters(), lr=config.training.lr)
scheduler = create_scheduler(optimizer, config, len(train_loader))
