from functools import partial

import torch
from torch.optim import lr_scheduler


def p_step(step_size, gamma=0.1, last_epoch=-1):
    return partial(lr_scheduler.StepLR, step_size=step_size, gamma=gamma, last_epoch=last_epoch)


optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
scheduler = p_step(20, gamma=0.5)(optimizer)
