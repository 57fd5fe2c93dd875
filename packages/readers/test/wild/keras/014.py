import tensorflow as tf


def piecewise_constant_fn(epoch):
    if epoch < 5:
        return 0.01
    elif epoch < 15:
        return 0.005
    else:
        return 0.001


lr_scheduler = tf.keras.callbacks.LearningRateScheduler(piecewise_constant_fn)
