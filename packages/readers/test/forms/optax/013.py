import optax

warm, total, peak = 100, 1000, 5e-5
sched = optax.join_schedules(
    [
        optax.linear_schedule(0.0, peak, warm),
        optax.polynomial_schedule(init_value=peak, end_value=0.0, power=1, transition_steps=total - warm),
    ],
    [warm],
)
optimizer = optax.adamw(sched)
