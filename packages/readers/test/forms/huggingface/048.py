import math

import torch
from torch.optim.lr_scheduler import LambdaLR


def get_cosine_schedule_with_warmup(optimizer, num_training_steps, num_cycles=0.5, num_warmup_steps=0, last_epoch=-1):
    def _lr_lambda(current_step):
        if current_step < num_warmup_steps:
            _lr = float(current_step) / float(max(1, num_warmup_steps))
        else:
            done = float(current_step - num_warmup_steps)
            done = done / float(max(1, num_training_steps - num_warmup_steps))
            _lr = max(0.0, math.cos(math.pi * num_cycles * done))
        return _lr

    return LambdaLR(optimizer, _lr_lambda, last_epoch)


optimizer = torch.optim.SGD(model.parameters(), lr=0.03)
scheduler = get_cosine_schedule_with_warmup(optimizer, 500, num_warmup_steps=20, num_cycles=7 / 16)
