import torch
from timm.scheduler import CosineLRScheduler

optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
scheduler = CosineLRScheduler(optimizer, t_initial=200, lr_min=1e-4, warmup_t=20, warmup_lr_init=5e-5, warmup_prefix=True)
for i in range(200):
    scheduler.step(i)
