"""The `learning_rate` of optax's optimizers, a function of the count: the whole run inside of `jit`."""

import jax

jax.config.update("jax_enable_x64", True)

import jax.numpy as jnp
import optax


def values(code, name, base, steps, updates):
    names = {}
    exec(compile(code, "<converted>", "exec"), names)
    schedule = names[name or "learning_rate"]
    rates = jax.jit(lambda: jax.lax.map(lambda count: jnp.asarray(schedule(count), jnp.float64), jnp.arange(updates)))()
    return f"optax {optax.__version__} on jax {jax.__version__}, float64", rates.tolist()
