import jax.numpy as np


def cosine_schedule(schedule_hparams, max_training_updates):
    def lr_fn(t):
        decay_factor = (1 + np.cos(t / max_training_updates * np.pi)) * 0.5
        return schedule_hparams['base_lr'] * decay_factor

    return lr_fn
