import optax


def rsqrt_schedule(init_value: float, shift: int = 0):
    def schedule(count):
        return init_value * (count + shift) ** -0.5 * shift**0.5

    return schedule


def create(learning_rate: float, warmup_steps: int):
    return optax.join_schedules(
        [
            optax.linear_schedule(init_value=0, end_value=learning_rate, transition_steps=warmup_steps),
            rsqrt_schedule(init_value=learning_rate, shift=warmup_steps),
        ],
        boundaries=[warmup_steps],
    )
