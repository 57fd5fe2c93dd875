import optax

peak, warm, total = 6e-4, 200, 2000
schedule = optax.warmup_cosine_decay_schedule(init_value=0.0, peak_value=peak, warmup_steps=warm, decay_steps=total, end_value=peak / 10)
tx = optax.chain(optax.clip(1.0), optax.adamw(learning_rate=schedule, b2=0.95))
