import optax

schedule_fn = optax.polynomial_schedule(init_value=1.0, end_value=0.0, power=1, transition_steps=5)
