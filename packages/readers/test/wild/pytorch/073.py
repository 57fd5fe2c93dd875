import torch


class WarmupLinearScheduler(torch.optim.lr_scheduler.LambdaLR):
    def __init__(self, optimizer, warmup_steps, scheduler_steps, min_ratio, fixed_lr, last_epoch=-1):
        self.warmup_steps = warmup_steps
        self.scheduler_steps = scheduler_steps
        self.min_ratio = min_ratio
        self.fixed_lr = fixed_lr
        super(WarmupLinearScheduler, self).__init__(optimizer, self.lr_lambda, last_epoch=last_epoch)

    def lr_lambda(self, step):
        if step < self.warmup_steps:
            return (1 - self.min_ratio) * step / float(max(1, self.warmup_steps)) + self.min_ratio
        if self.fixed_lr:
            return 1.0
        left = float(max(1.0, self.scheduler_steps - self.warmup_steps))
        return max(0.0, 1.0 + (self.min_ratio - 1) * (step - self.warmup_steps) / left)


def set_optim(opt, model):
    optimizer = torch.optim.AdamW(model.parameters(), lr=opt.lr, weight_decay=opt.weight_decay)
    if opt.scheduler_steps is None:
        scheduler_steps = opt.total_steps
    else:
        scheduler_steps = opt.scheduler_steps
    scheduler = WarmupLinearScheduler(
        optimizer, warmup_steps=opt.warmup_steps, scheduler_steps=scheduler_steps, min_ratio=0.0, fixed_lr=opt.fixed_lr
    )
    return optimizer, scheduler
