import numpy as np
import torch


def cosine_scheduler(base_value, final_value, epochs, niter_per_ep, warmup_epochs=0, start_warmup_value=0):
    warmup_schedule = np.array([])
    warmup_iters = warmup_epochs * niter_per_ep
    if warmup_epochs > 0:
        warmup_schedule = np.linspace(start_warmup_value, base_value, warmup_iters)
    iters = np.arange(epochs * niter_per_ep - warmup_iters)
    schedule = final_value + 0.5 * (base_value - final_value) * (1 + np.cos(np.pi * iters / len(iters)))
    schedule = np.concatenate((warmup_schedule, schedule))
    assert len(schedule) == epochs * niter_per_ep
    return schedule


optimizer = torch.optim.AdamW(model.parameters())
lr_schedule = cosine_scheduler(
    args.lr * (args.batch_size_per_gpu * utils.get_world_size()) / 256.0,
    args.min_lr,
    args.epochs,
    len(data_loader),
    warmup_epochs=args.warmup_epochs,
)
for epoch in range(args.epochs):
    for it, images in enumerate(data_loader):
        it = len(data_loader) * epoch + it
        for i, group in enumerate(optimizer.param_groups):
            group["lr"] = lr_schedule[it]
        optimizer.step()
