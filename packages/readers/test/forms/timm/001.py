import torch
from timm.scheduler.cosine_lr import CosineLRScheduler

optimizer = torch.optim.AdamW(model.parameters(), lr=1e-2)
scheduler = CosineLRScheduler(optimizer, t_initial=7, warmup_t=2, warmup_lr_init=1e-3, cycle_limit=3, cycle_decay=0.5)
