import optax

learning_rate_schedule = optax.piecewise_constant_schedule(init_value=1.0, boundaries_and_scales={0: 1e-4, 1: 1e-1})
optimizer = optax.sgd(learning_rate_schedule)
