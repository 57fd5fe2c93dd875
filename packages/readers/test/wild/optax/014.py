import optax


def warmup_cosine(learning_rate: float, warmup_epochs: int, num_epochs: int, steps_per_epoch: int) -> optax.Schedule:
    warm = optax.linear_schedule(init_value=0.0, end_value=learning_rate, transition_steps=warmup_epochs * steps_per_epoch)
    rest = max(num_epochs - warmup_epochs, 1)
    cosine = optax.cosine_decay_schedule(init_value=learning_rate, decay_steps=rest * steps_per_epoch)
    return optax.join_schedules(schedules=[warm, cosine], boundaries=[warmup_epochs * steps_per_epoch])
