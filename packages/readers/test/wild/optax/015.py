import optax

learning_rate_fn = optax.linear_schedule(
    init_value=config.learning_rate, end_value=0.0, transition_steps=config.num_epochs * steps_per_epoch
)
tx = optax.adamw(learning_rate_fn, weight_decay=config.weight_decay)
