import optax


def linear_with_warmup(lr, init_lr, warmup_steps, num_train_steps):
    decay_steps = num_train_steps - warmup_steps
    up = optax.linear_schedule(init_value=init_lr, end_value=lr, transition_steps=warmup_steps)
    down = optax.linear_schedule(init_value=lr, end_value=1e-7, transition_steps=decay_steps)
    return optax.join_schedules(schedules=[up, down], boundaries=[warmup_steps])
