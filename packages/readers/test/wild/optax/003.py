import optax

schedule = optax.warmup_cosine_decay_schedule(
    init_value=0.0, peak_value=1.0, warmup_steps=50, decay_steps=1_000, end_value=0.0
)
optimizer = optax.chain(optax.clip(1.0), optax.adamw(learning_rate=schedule))
