import torch
from torch.optim.lr_scheduler import CosineAnnealingWarmRestarts

n_iters = 25
optimizer = torch.optim.Adam([{"params": model.parameters(), "lr": 2e-2}], betas=(0.9, 0.99))
scheduler = CosineAnnealingWarmRestarts(optimizer, n_iters, 1, 1e-4)
