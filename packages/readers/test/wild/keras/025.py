import numpy as np
import tensorflow as tf
from tensorflow import keras


class WarmUpCosine(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, config, warmup_steps, total_steps):
        super().__init__()
        self.config = config
        self.warmup_steps = warmup_steps
        self.total_steps = total_steps
        self.pi = tf.constant(np.pi)

    def __call__(self, step):
        fall = tf.cos(
            self.pi
            * (tf.cast(step, tf.float32) - self.warmup_steps)
            / tf.cast(self.total_steps - self.warmup_steps, tf.float32)
        )
        rate = 0.5 * self.config.lr_max * (1 + fall)
        if self.warmup_steps > 0:
            slope = (self.config.lr_max - self.config.lr_start) / self.warmup_steps
            climb = slope * tf.cast(step, tf.float32) + self.config.lr_start
            rate = tf.where(step < self.warmup_steps, climb, rate)
        return tf.where(step > self.total_steps, 0.0, rate, name="learning_rate")


total_steps = int(train_ds.cardinality() * config.epochs)
warmup_steps = int(total_steps * config.warmup_epoch_percentage)
schedule = WarmUpCosine(config=config, warmup_steps=warmup_steps, total_steps=total_steps)
optimizer = tfa.optimizers.AdamW(learning_rate=schedule, weight_decay=config.weight_decay)
model.compile(optimizer=optimizer, loss="mse")
model.fit(train_ds, epochs=config.epochs)
