import optax

start_learning_rate = 1e-1
scheduler = optax.exponential_decay(init_value=start_learning_rate, transition_steps=1000, decay_rate=0.99)
gradient_transform = optax.chain(
    optax.clip_by_global_norm(1.0), optax.scale_by_adam(), optax.scale_by_schedule(scheduler), optax.scale(-1.0)
)
