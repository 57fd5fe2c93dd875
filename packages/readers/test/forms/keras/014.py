import tensorflow as tf


def multi(epoch, lr):
    if epoch == 60 or epoch == 120 or epoch == 160:
        return lr / 5
    return lr


lr_scheduler = tf.keras.callbacks.LearningRateScheduler(multi)
