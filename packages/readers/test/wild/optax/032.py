import jax.numpy as jnp
import optax


def create_learning_rate_schedule(config):
    def make_cos_schedule(init_lr, final_lr, len_steps):
        def schedule(step):
            pct = step / (len_steps - 1) if len_steps > 1 else 1.0
            a = 0.5 * (jnp.cos(jnp.pi * pct) + 1)
            return init_lr * a + final_lr * (1 - a)

        return schedule

    lr = config.learning_rate
    final_lr = lr * config.learning_rate_final_fraction
    warmup_steps = int(config.learning_rate_schedule_steps * config.warmup_steps_fraction)
    cos_steps = config.learning_rate_schedule_steps - warmup_steps
    constant_zero_steps = config.steps - config.learning_rate_schedule_steps

    pieces = []
    boundaries = []
    if warmup_steps > 0:
        pieces.append(optax.linear_schedule(init_value=0.0, end_value=lr, transition_steps=warmup_steps))
        boundaries.append(warmup_steps)
    if cos_steps > 0:
        pieces.append(make_cos_schedule(lr, final_lr, cos_steps))
        boundaries.append(warmup_steps + cos_steps)
    if constant_zero_steps > 0:
        pieces.append(optax.constant_schedule(0.0))
        boundaries.append(config.learning_rate_schedule_steps)
    return optax.join_schedules(pieces, boundaries)
