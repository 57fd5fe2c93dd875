import torch
from torch.optim.lr_scheduler import CosineAnnealingLR
from warmup_scheduler import GradualWarmupScheduler

optimizer = torch.optim.SGD(model.parameters(), 1e-4)
after = CosineAnnealingLR(optimizer, T_max=15, eta_min=1e-6)
scheduler = GradualWarmupScheduler(optimizer, multiplier=1, total_epoch=5, after_scheduler=after)
