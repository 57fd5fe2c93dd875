import optax

steps_per_epoch = 7
learning_rate_fn = optax.piecewise_constant_schedule(
    init_value=0.02, boundaries_and_scales={8 * steps_per_epoch: 0.1, 11 * steps_per_epoch: 0.1}
)
