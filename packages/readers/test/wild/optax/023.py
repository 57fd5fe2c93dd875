import jax.numpy as jnp
import optax


def gpt3_schedule(warmup_steps, total_steps, peak_lr, end_lr):
    def sch(step):
        warmup_pct = jnp.clip(step, 0, warmup_steps) / warmup_steps
        anneal_pct = jnp.clip(step - warmup_steps, 0, total_steps) / total_steps
        return warmup_pct * peak_lr - (peak_lr - end_lr) * (1 - jnp.cos(jnp.pi * anneal_pct)) / 2

    return sch


schedule = gpt3_schedule(3000, 300000, 1.2e-4, 1.2e-5)
opt = optax.chain(
    optax.scale_by_adam(),
    optax.add_decayed_weights(0.1),
    optax.scale(-1),
    optax.scale_by_schedule(schedule),
)
