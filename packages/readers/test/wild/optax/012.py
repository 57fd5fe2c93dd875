import optax

schedule_fn = optax.cosine_decay_schedule(-actor_lr, num_steps)
optimiser = optax.chain(optax.scale_by_adam(), optax.scale_by_schedule(schedule_fn))
