from dataclasses import dataclass

import optax


@dataclass
class TrainConfig:
    learning_rate: float = 6e-4
    decay_lr: bool = True
    warmup_iters: int = 2000
    lr_decay_iters: int = 600000
    min_lr: float = 6e-5


def create(config: TrainConfig) -> optax.Schedule:
    if not config.decay_lr:
        return optax.constant_schedule(config.learning_rate)
    if config.warmup_iters > 0:
        warmup = optax.linear_schedule(
            init_value=0.0, end_value=config.learning_rate, transition_steps=max(config.warmup_iters, 1)
        )
        decay = optax.cosine_decay_schedule(
            init_value=config.learning_rate,
            decay_steps=max(config.lr_decay_iters - config.warmup_iters, 1),
            alpha=config.min_lr / config.learning_rate,
        )
        return optax.join_schedules([warmup, decay], boundaries=[config.warmup_iters])
    return optax.cosine_decay_schedule(init_value=config.learning_rate, decay_steps=max(config.lr_decay_iters, 1))


schedule = create(TrainConfig())
