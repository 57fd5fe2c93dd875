import torch


def apply_lr_schedule(optimizer, iteration, warmup_iters=500, base_lr=2e-5, final_lr=5e-6, total_iters=3000):
    if iteration < warmup_iters:
        lr_xyz = base_lr * ((iteration + 1) / warmup_iters)
    else:
        t = (iteration - warmup_iters) / max(1, (total_iters - warmup_iters))
        lr_xyz = final_lr + (base_lr - final_lr) * (0.5 ** (t * 6))
    for group in optimizer.param_groups:
        if group.get("name", "") == "xyz":
            group["lr"] = lr_xyz
    return lr_xyz
