import tensorflow as tf


def exponential_decay_fn(epoch, lr):
    return lr * 0.1 ** (1 / 20)


lr_scheduler = tf.keras.callbacks.LearningRateScheduler(exponential_decay_fn)
