import optax

constant_scheduler = optax.constant_schedule(args.learning_rate)
adamw = optax.adamw(learning_rate=constant_scheduler, b1=args.adam_beta1, eps=args.adam_epsilon)
