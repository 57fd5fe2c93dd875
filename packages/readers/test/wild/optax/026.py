import functools

import jax.numpy as jnp


def cosine_decay(lr, step, total_steps):
    ratio = jnp.maximum(0.0, step / total_steps)
    return 0.5 * (1.0 + jnp.cos(jnp.pi * ratio)) * lr


def get_learning_rate(step, *, base_learning_rate, steps_per_epoch, num_epochs, warmup_epochs=5, min_learning_rate=0.0):
    epoch = step / steps_per_epoch
    lr = cosine_decay(base_learning_rate, epoch - warmup_epochs, num_epochs - warmup_epochs)
    warmup = jnp.minimum(1.0, epoch / warmup_epochs)
    return jnp.where(warmup < 1, lr * warmup, jnp.maximum(lr * warmup, min_learning_rate))


learning_rate_fn = functools.partial(
    get_learning_rate,
    base_learning_rate=base_learning_rate,
    steps_per_epoch=steps_per_epoch,
    num_epochs=config.num_epochs,
    warmup_epochs=config.warmup_epochs,
)
