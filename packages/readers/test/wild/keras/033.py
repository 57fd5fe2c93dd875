import tensorflow as tf
from tensorflow import keras


class TransformerSchedule(keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, dmodel, scale=1.0, warmup_steps=4000, max_lr=None, min_lr=None):
        super().__init__()
        self.dmodel = tf.convert_to_tensor(dmodel, dtype=tf.float32)
        self.scale = tf.convert_to_tensor(scale, dtype=tf.float32)
        self.warmup_steps = tf.convert_to_tensor(warmup_steps, dtype=tf.float32)
        self.max_lr = eval(max_lr) if isinstance(max_lr, str) else max_lr
        self.min_lr = eval(min_lr) if isinstance(min_lr, str) else min_lr

    def __call__(self, current_step):
        step = tf.cast(current_step, dtype=tf.float32)
        lr = (self.dmodel**-0.5) * tf.math.minimum(step**-0.5, step * (self.warmup_steps**-1.5))
        lr = self.scale * lr
        if self.max_lr is not None:
            lr = tf.math.minimum(self.max_lr, lr)
        if self.min_lr is not None:
            lr = tf.math.maximum(self.min_lr, lr)
        return lr


schedule = TransformerSchedule(dmodel=176, scale=2.0, warmup_steps=10000, max_lr=0.05 / (176**0.5))
optimizer = keras.optimizers.Adam(learning_rate=schedule, beta_1=0.9, beta_2=0.98, epsilon=1e-9)
