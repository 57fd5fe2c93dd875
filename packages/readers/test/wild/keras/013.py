import tensorflow as tf


def exponential_decay(lr0, s):
    def exponential_decay_fn(epoch):
        return lr0 * 0.1 ** (epoch / s)

    return exponential_decay_fn


lr_scheduler = tf.keras.callbacks.LearningRateScheduler(exponential_decay(lr0=0.01, s=20))
