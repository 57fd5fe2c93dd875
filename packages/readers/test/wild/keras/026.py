import tensorflow as tf


class MyLRSchedule(tf.keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, initial_learning_rate=0.001, warmup=4000, d_model=128):
        self.initial_learning_rate = initial_learning_rate
        self.warmup = tf.cast(warmup, dtype=tf.float32)
        self.d_model = tf.cast(d_model, dtype=tf.float32)

    def __call__(self, step):
        s = tf.cast(step, dtype=tf.float32)
        fall = tf.pow(s, -0.5)
        climb = s * tf.pow(self.warmup, -1.5)
        return tf.pow(self.d_model, -0.5) * tf.where(fall < climb, fall, climb)
