import tensorflow as tf


class LinearDecay(tf.keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, initial, decay_steps, end=0.0):
        super().__init__()
        self.initial, self.decay_steps, self.end = initial, decay_steps, end

    def __call__(self, step):
        share = tf.minimum(tf.cast(step, tf.float32) / self.decay_steps, 1.0)
        return self.initial + share * (self.end - self.initial)


optimizer = tf.keras.optimizers.Adam(LinearDecay(1e-3, 1000))
