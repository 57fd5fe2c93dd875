"""Exported code in optax, in float64: the learning_rate of its optimizers, compiled and not, which have to agree."""

import math

import jax

jax.config.update("jax_enable_x64", True)

import jax.numpy as jnp  # noqa: E402
import numpy  # noqa: E402
import optax  # noqa: E402

RAN = f"optax {optax.__version__} on jax {jax.__version__}, float64"


def values(code, base, steps):
    names = {}
    exec(compile(code, "exported", "exec"), names)
    schedule = names["learning_rate"]
    # The whole run inside of jit, as training compiles it.
    rates = numpy.asarray(jax.jit(lambda: jax.lax.map(schedule, jnp.arange(steps)))()).tolist()
    for count in {0, 1, steps // 3, steps // 2, steps - 1}:
        alone = float(schedule(jnp.asarray(count)))
        if not math.isclose(alone, rates[count], rel_tol=1e-12, abs_tol=1e-15 * max(rates)):
            raise ValueError(f"inside jit {rates[count]}, alone {alone}, at {count}")
    return rates
