import math

import torch

learning_rate = 4e-4
max_step = 715256 * 2
warmup_steps = 2000
decay_lr = True
min_lr = 4e-5
max_iters = max_step * gradient_accumulation_steps
warmup_iters = warmup_steps * gradient_accumulation_steps
lr_decay_iters = max_iters
optimizer = torch.optim.AdamW(model.parameters(), lr=learning_rate, betas=(0.9, 0.95))


def get_lr(it):
    if it < warmup_iters:
        return learning_rate * it / warmup_iters
    if it > lr_decay_iters:
        return min_lr
    decay_ratio = (it - warmup_iters) / (lr_decay_iters - warmup_iters)
    assert 0 <= decay_ratio <= 1
    coeff = 0.5 * (1.0 + math.cos(math.pi * decay_ratio))
    return min_lr + coeff * (learning_rate - min_lr)


state_iter = 0
while True:
    lr = get_lr(state_iter) if decay_lr else learning_rate
    for param_group in optimizer.param_groups:
        param_group["lr"] = lr
    state_iter += 1
