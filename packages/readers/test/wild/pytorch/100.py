import math

import torch

learning_rate = 5e-4
max_iters = 100000
decay_lr = True
warmup_iters = 1000
lr_decay_iters = max_iters
min_lr = 0.0


def get_lr(it):
    if it < warmup_iters:
        return learning_rate * it / warmup_iters
    if it > lr_decay_iters:
        return min_lr
    ratio = (it - warmup_iters) / (lr_decay_iters - warmup_iters)
    assert 0 <= ratio <= 1
    coeff = 0.5 * (1.0 + math.cos(math.pi * ratio))
    return min_lr + coeff * (learning_rate - min_lr)


optimizer = torch.optim.AdamW(model.parameters(), lr=learning_rate, betas=(0.9, 0.95))
iter_num = 0
while True:
    lr = get_lr(iter_num) if decay_lr else learning_rate
    for group in optimizer.param_groups:
        group["lr"] = lr
    loss = model(iter_num)
    loss.backward()
    optimizer.step()
    iter_num += 1
    if iter_num > max_iters:
        break
