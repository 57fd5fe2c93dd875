import optax


def make(learning_rate: float, warmup_epochs: int, num_epochs: int, steps_per_epoch: int) -> optax.Schedule:
    warm = optax.linear_schedule(0.0, learning_rate, transition_steps=warmup_epochs * steps_per_epoch)
    rest = max(num_epochs - warmup_epochs, 1)
    cos = optax.cosine_decay_schedule(init_value=learning_rate, decay_steps=rest * steps_per_epoch)
    return optax.join_schedules([warm, cos], boundaries=[warmup_epochs * steps_per_epoch])


schedule = make(0.01, 5, 100, steps_per_epoch)
