import optax

config = {"LR": 2.5e-4, "NUM_MINIBATCHES": 4, "UPDATE_EPOCHS": 4, "NUM_UPDATES": 50}


def linear_schedule(count):
    frac = 1.0 - (count // (config["NUM_MINIBATCHES"] * config["UPDATE_EPOCHS"])) / config["NUM_UPDATES"]
    return config["LR"] * frac


tx = optax.chain(optax.clip_by_global_norm(0.5), optax.adam(learning_rate=linear_schedule, eps=1e-5))
