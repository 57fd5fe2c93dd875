from dataclasses import dataclass

import torch


@dataclass
class Settings:
    num_iterations: int = 5100
    learning_rate: float = 0.0036
    warmup_iters: int = 0
    warmdown_iters: int = 1450


args = Settings()
head = torch.optim.AdamW(model.parameters(), lr=args.learning_rate, betas=(0.9, 0.95))
optimizers = [head]


def get_lr(it):
    assert it <= args.num_iterations
    if it < args.warmup_iters:
        return (it + 1) / args.warmup_iters
    elif it < args.num_iterations - args.warmdown_iters:
        return 1.0
    else:
        return (args.num_iterations - it) / args.warmdown_iters


schedulers = [torch.optim.lr_scheduler.LambdaLR(opt, get_lr) for opt in optimizers]
