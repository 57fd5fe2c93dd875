import jax.numpy as jnp
import optax


def create_learning_rate_schedule(total_steps, base, decay_type, warmup_steps, linear_end=1e-5):
    def step_fn(step):
        lr = base
        progress = (step - warmup_steps) / float(total_steps - warmup_steps)
        progress = jnp.clip(progress, 0.0, 1.0)
        if decay_type == "linear":
            lr = linear_end + (lr - linear_end) * (1.0 - progress)
        elif decay_type == "cosine":
            lr = lr * 0.5 * (1.0 + jnp.cos(jnp.pi * progress))
        else:
            raise ValueError(f"Unknown lr type {decay_type}")
        if warmup_steps:
            lr = lr * jnp.minimum(1.0, step / warmup_steps)
        return jnp.asarray(lr, dtype=jnp.float32)

    return step_fn


lr_fn = create_learning_rate_schedule(config.total_steps, config.base_lr, config.decay_type, config.warmup_steps)
tx = optax.chain(optax.clip_by_global_norm(1.0), optax.sgd(learning_rate=lr_fn, momentum=0.9))
