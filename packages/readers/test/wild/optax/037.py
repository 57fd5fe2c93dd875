from jax import numpy as np


def cosine_annealing(step, base_lr, end_step, lr_min=1e-6):
    count = np.minimum(step, end_step)
    cosine_decay = 0.5 * (1 + np.cos(np.pi * count / end_step))
    decayed = (base_lr - lr_min) * cosine_decay + lr_min
    return decayed
