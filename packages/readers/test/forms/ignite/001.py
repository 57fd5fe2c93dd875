import torch
from ignite.handlers.param_scheduler import LRScheduler
from torch.optim.lr_scheduler import MultiStepLR

optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
inner = MultiStepLR(optimizer, milestones=[60, 120, 160])
lr_scheduler = LRScheduler(inner)
