import optax

options = {}
learning_rate = options.get("learning_rate", 1e-3)
scheduler = optax.exponential_decay(
    init_value=learning_rate, transition_steps=500, decay_rate=0.99, end_value=learning_rate * 0.1
)
lion = optax.lion(learning_rate=scheduler)
