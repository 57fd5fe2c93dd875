import torch

max_steps = 30_000
means_lr = 1.6e-4
optimizer = torch.optim.Adam([{"params": model.parameters(), "lr": means_lr}], eps=1e-15)
schedulers = [torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.01 ** (1.0 / max_steps))]
for step in range(max_steps):
    for scheduler in schedulers:
        scheduler.step()
