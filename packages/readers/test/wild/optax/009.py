import optax

lr_fn = optax.warmup_cosine_decay_schedule(
    init_value=0.0,
    peak_value=config.lr_configs.base_learning_rate,
    warmup_steps=config.lr_configs.warmup_steps,
    decay_steps=config.lr_configs.steps_per_cycle,
    end_value=0.0,
)
