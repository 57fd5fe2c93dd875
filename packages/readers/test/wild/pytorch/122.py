import math

import torch

learning_rate = 6e-4
max_iters = 600000
decay_lr = True
warmup_iters = 2000
lr_decay_iters = 600000
min_lr = 6e-5

optimizer = torch.optim.AdamW(model.parameters(), lr=learning_rate)


def get_lr(it):
    if it < warmup_iters:
        return learning_rate * it / warmup_iters
    if it > lr_decay_iters:
        return min_lr
    decay_ratio = (it - warmup_iters) / (lr_decay_iters - warmup_iters)
    coeff = 0.5 * (1.0 + math.cos(math.pi * decay_ratio))
    return min_lr + coeff * (learning_rate - min_lr)


iter_num = 0
while True:
    lr = get_lr(iter_num) if decay_lr else learning_rate
    for param_group in optimizer.param_groups:
        param_group["lr"] = lr
    optimizer.step()
    iter_num += 1
    if iter_num > max_iters:
        break
