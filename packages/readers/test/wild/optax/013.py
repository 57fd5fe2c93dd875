import optax

lr = 1e-3
optim = optax.chain(optax.adam(lr), optax.scale_by_schedule(optax.piecewise_constant_schedule(1, {200: 0.1})))
