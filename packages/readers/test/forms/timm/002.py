import torch
from timm.scheduler.cosine_lr import CosineLRScheduler


def build(args, optimizer):
    steps_warmup = int(0.1 * args.steps)
    return CosineLRScheduler(
        optimizer,
        t_initial=args.steps,
        cycle_mul=1.0,
        lr_min=args.lr_min,
        warmup_lr_init=args.lr_warmup,
        warmup_t=steps_warmup,
        cycle_limit=1,
        t_in_epochs=False,
    )
