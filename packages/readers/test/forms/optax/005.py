import optax

warmup_steps = 100
lr_schedule = optax.join_schedules(
    schedules=[
        optax.linear_schedule(init_value=0.0, end_value=1e-3, transition_steps=warmup_steps),
        optax.exponential_decay(init_value=1e-3, transition_steps=2000, decay_rate=0.5),
    ],
    boundaries=[warmup_steps],
)
optimizer = optax.chain(optax.clip_by_global_norm(1.0), optax.adam(lr_schedule))
