"""optax's contrib.reduce_on_plateau: the scale of the updates after each call with a value."""

import jax
import jax.numpy as jnp
from optax import contrib

from common import case, finite
from draw import coarse_metrics


def cases(random):
    for patience in (2, 0):
        config = {"factor": 0.5, "patience": patience, "rtol": 1e-4, "atol": 0.0, "cooldown": 2 if patience else 0}
        yield _watched({**config, "accumulation_size": 1, "min_scale": 0.0}, [1.0] * 12)
    for index in range(180):
        yield _watched(_plateau(random), coarse_metrics(random, random.choice([1, 8, 12, 20]), index % 8 == 0))


def _watched(config, seen):
    return case(config, lambda: {"values": _driven(config, seen)}, metrics=finite(seen))


def _plateau(random):
    return {
        "factor": random.choice([0.1, 0.5, *[random.random() for _ in range(6)], random.choice([0.0, 1.0])]),
        "patience": random.choice([0, 1, 2, 3, 5]),
        "rtol": random.choice([0.0, 1e-4, 0.1, 1.0, *[random.random() * 0.3] * 6, 1.1]),
        "atol": random.choice([0.0, 1e-3, random.random() * 0.1]),
        "cooldown": random.choice([0, 0, 1, 3]),
        "accumulation_size": random.choice([1, 1, 2, 3]),
        "min_scale": random.choice([0.0, 0.0, 1e-3, 0.3]),
    }


def _driven(config, seen):
    """The scale before any call, then after each."""
    transform = contrib.reduce_on_plateau(**config)
    parameters = jnp.zeros(())
    state = transform.init(parameters)

    def advance(state, metric):
        _, state = transform.update(parameters, state, value=metric)
        return state, state.scale

    _, scales = jax.lax.scan(advance, state, jnp.asarray(seen))
    return finite([float(state.scale), *(float(scale) for scale in scales)])
