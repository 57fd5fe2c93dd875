import tensorflow as tf


class config:
    NUM_TRAIN_SAMPLES = 6400
    BATCH_SIZE = 64
    LEARNING_RATE = 1e-3
    LEARNING_RATE_DECAY_STEPS = 2
    LEARNING_RATE_DECAY = 0.5


steps_per_epoch = max(1, config.NUM_TRAIN_SAMPLES // config.BATCH_SIZE)
lr_schedule = tf.keras.optimizers.schedules.ExponentialDecay(
    initial_learning_rate=config.LEARNING_RATE,
    decay_steps=max(1, config.LEARNING_RATE_DECAY_STEPS * steps_per_epoch),
    decay_rate=config.LEARNING_RATE_DECAY,
    staircase=True,
)
