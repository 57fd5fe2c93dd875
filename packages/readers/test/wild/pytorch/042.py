from torch.optim.lr_scheduler import LambdaLR


def linear(optimizer, total_updates: int, warmup_ratio: float = 0.0, min_lr_ratio: float = 0.0):
    warmup_steps = int(total_updates * warmup_ratio)

    def factor_at(update):
        if warmup_steps > 0 and update < warmup_steps:
            return (update + 1) / max(1, warmup_steps)
        progress = (update - warmup_steps) / max(1, (total_updates - warmup_steps))
        factor = 1.0 - progress
        return max(min_lr_ratio, factor * (1.0 - min_lr_ratio) + min_lr_ratio)

    return LambdaLR(optimizer, lr_lambda=factor_at)
