import optax
from ml_collections import ConfigDict


def default_config():
    config = ConfigDict()
    config.init_lr = 0.0
    config.end_lr = 0.001
    config.lr = 0.01
    config.lr_warmup_steps = 2000
    config.lr_decay_steps = 500000
    return config


config = default_config()
learning_rate_schedule = optax.warmup_cosine_decay_schedule(
    init_value=config.init_lr,
    peak_value=config.lr,
    warmup_steps=config.lr_warmup_steps,
    decay_steps=config.lr_decay_steps,
    end_value=config.end_lr,
)
