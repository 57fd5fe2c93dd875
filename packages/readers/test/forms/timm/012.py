import torch
from timm.scheduler import MultiStepLRScheduler

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
scheduler = MultiStepLRScheduler(optimizer, decay_t=[30, 60, 90], decay_rate=0.1, warmup_t=5, warmup_lr_init=1e-4)
