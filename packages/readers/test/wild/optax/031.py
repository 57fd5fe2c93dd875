import jax.numpy as jnp


def learning_schedule(global_step, batch_size, base_learning_rate, total_steps, warmup_steps):
    scaled_lr = base_learning_rate * batch_size / 256.0
    learning_rate = global_step.astype(jnp.float64) / int(warmup_steps) * scaled_lr if warmup_steps > 0 else scaled_lr
    return jnp.where(
        global_step < warmup_steps,
        learning_rate,
        _cosine_decay(global_step - warmup_steps, total_steps - warmup_steps, scaled_lr),
    )


def _cosine_decay(global_step, max_steps, initial_value):
    global_step = jnp.minimum(global_step, max_steps)
    cosine_decay_value = 0.5 * (1 + jnp.cos(jnp.pi * global_step / max_steps))
    return initial_value * cosine_decay_value
