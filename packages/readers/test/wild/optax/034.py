import jax.numpy as jnp
import optax


def log_lerp(t, v0, v1):
    if v0 <= 0 or v1 <= 0:
        raise ValueError(f"{v0} and {v1} must be positive")
    lv0 = jnp.log(v0)
    lv1 = jnp.log(v1)
    return jnp.exp(jnp.clip(t, 0, 1) * (lv1 - lv0) + lv0)


def learning_rate_decay(step, lr_init, lr_final, max_steps, lr_delay_steps=0, lr_delay_mult=1):
    if lr_delay_steps > 0:
        delay_rate = lr_delay_mult + (1 - lr_delay_mult) * jnp.sin(
            0.5 * jnp.pi * jnp.clip(step / lr_delay_steps, 0, 1)
        )
    else:
        delay_rate = 1.0
    return delay_rate * log_lerp(step / max_steps, lr_init, lr_final)


def lr_fn(step):
    return learning_rate_decay(
        step, lr_init=0.002, lr_final=0.00002, max_steps=25000, lr_delay_steps=512, lr_delay_mult=0.01
    )


tx = optax.adam(learning_rate=lr_fn, b1=0.9, b2=0.99, eps=1e-6)
