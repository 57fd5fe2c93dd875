from functools import partial
from math import cos, pi

import torch


def shape(step, *, warm, total, floor):
    if step < warm:
        return step / max(1, warm)
    return floor + (1 - floor) * 0.5 * (1 + cos(pi * min(1.0, (step - warm) / max(1, total - warm))))


optimizer = torch.optim.AdamW(model.parameters(), lr=5e-4)
scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, partial(shape, warm=50, total=500, floor=0.1))
