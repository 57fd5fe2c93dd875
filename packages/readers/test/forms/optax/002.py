import optax


def jax_schedule(hyperparameters):
    warm = optax.linear_schedule(
        init_value=0.0, end_value=hyperparameters.learning_rate, transition_steps=hyperparameters.warmup_steps
    )
    n = max(hyperparameters.num_steps - hyperparameters.warmup_steps, 1)
    cos = optax.cosine_decay_schedule(init_value=hyperparameters.learning_rate, decay_steps=n)
    return optax.join_schedules(schedules=[warm, cos], boundaries=[hyperparameters.warmup_steps])
