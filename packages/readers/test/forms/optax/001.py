from optax import join_schedules, linear_schedule


def create(config):
    warmup_steps = int(config.training.warmup_steps)
    total_steps = int(config.training.total_steps)
    decay_steps = max(1, total_steps - warmup_steps)
    base_lr = float(config.training.lr)
    up = linear_schedule(init_value=0.0, end_value=base_lr, transition_steps=warmup_steps)
    down = linear_schedule(init_value=base_lr, end_value=0.0, transition_steps=decay_steps)
    return join_schedules(schedules=[up, down], boundaries=[warmup_steps])
