import optax


def create_learning_rate_fn():
    warmup_fn = optax.linear_schedule(
        init_value=0.0,
        end_value=training_args.learning_rate,
        transition_steps=training_args.warmup_steps + 1,
    )
    last_boundary = training_args.warmup_steps
    if training_args.lr_offset:
        warmup_fn = optax.join_schedules(
            schedules=[optax.constant_schedule(0.0), warmup_fn], boundaries=[training_args.lr_offset]
        )
        last_boundary += training_args.lr_offset
    if training_args.lr_decay is None:
        return warmup_fn
    elif training_args.lr_decay == "linear":
        decay_fn = optax.linear_schedule(
            init_value=training_args.learning_rate,
            end_value=0,
            transition_steps=num_train_steps - training_args.warmup_steps,
        )
    elif training_args.lr_decay == "exponential":
        decay_fn = optax.exponential_decay(
            init_value=training_args.learning_rate,
            transition_steps=training_args.lr_transition_steps,
            decay_rate=training_args.lr_decay_rate,
            staircase=training_args.lr_staircase,
        )
    return optax.join_schedules(schedules=[warmup_fn, decay_fn], boundaries=[last_boundary])


learning_rate_fn = create_learning_rate_fn()
optimizer = optax.adamw(learning_rate=learning_rate_fn)
