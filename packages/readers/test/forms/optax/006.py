import optax

config = {"value_lr": 3e-4, "value_lr_halving_interval": 4, "num_value_train_steps": 100, "max_grad_norm": 1.0}
learning_rate = config["value_lr"]
if config["value_lr_halving_interval"] > 0:
    learning_rate = optax.exponential_decay(
        init_value=config["value_lr"],
        transition_steps=config["value_lr_halving_interval"] * config["num_value_train_steps"],
        decay_rate=0.5,
        staircase=True,
    )
tx = optax.chain(optax.clip_by_global_norm(config["max_grad_norm"]), optax.adam(learning_rate))
