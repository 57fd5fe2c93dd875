import argparse

import optax


def make_train(config):
    config["NUM_UPDATES"] = config["TOTAL_TIMESTEPS"] // config["NUM_STEPS"] // config["NUM_ENVS"]

    def linear_schedule(count):
        frac = 1.0 - (count // (config["NUM_MINIBATCHES"] * config["UPDATE_EPOCHS"])) / config["NUM_UPDATES"]
        return config["LR"] * frac

    tx = optax.chain(optax.clip_by_global_norm(1.0), optax.adam(learning_rate=linear_schedule, eps=1e-5))
    return linear_schedule


parser = argparse.ArgumentParser()
parser.add_argument("--num_envs", type=int, default=1024)
parser.add_argument("--total_timesteps", type=lambda x: int(float(x)), default=1e9)
parser.add_argument("--lr", type=float, default=2e-4)
parser.add_argument("--num_steps", type=int, default=64)
parser.add_argument("--update_epochs", type=int, default=4)
parser.add_argument("--num_minibatches", type=int, default=8)
args, rest_args = parser.parse_known_args()
config = {k.upper(): v for k, v in args.__dict__.items()}
make_train(config)
