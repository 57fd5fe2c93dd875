import optax


def create(num_train_steps: int, num_warmup_steps: int, learning_rate: float):
    up = optax.linear_schedule(init_value=0.0, end_value=learning_rate, transition_steps=num_warmup_steps)
    down = optax.linear_schedule(
        init_value=learning_rate, end_value=0, transition_steps=num_train_steps - num_warmup_steps
    )
    return optax.join_schedules(schedules=[up, down], boundaries=[num_warmup_steps])
