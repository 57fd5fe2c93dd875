"""optax again, in float64: the same configurations with jax_enable_x64 (see optax.py)."""

from pathlib import Path

import jax

from host import load

jax.config.update("jax_enable_x64", True)
again = load("parity.optax", Path(__file__).with_name("optax.py"))
VERSION, PRECISION, RAN, SCHEDULES = again.VERSION, again.PRECISION, again.RAN, again.SCHEDULES
