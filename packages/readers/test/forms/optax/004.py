import optax

num_epochs, warmup_epochs, per_epoch, base_lr = 20, 2, 50, 3e-4
schedule = optax.warmup_cosine_decay_schedule(
    init_value=0.0,
    peak_value=base_lr,
    warmup_steps=warmup_epochs * per_epoch,
    decay_steps=max(num_epochs - warmup_epochs, 1) * per_epoch,
)
tx = optax.adamw(schedule, weight_decay=1e-4)
