from functools import partial

import torch
from torch.optim.lr_scheduler import StepLR

make_scheduler = partial(StepLR, step_size=30, gamma=0.1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.2)
scheduler = make_scheduler(optimizer)
