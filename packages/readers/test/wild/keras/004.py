import tensorflow as tf

BASE_LR = 0.005 * GLOBAL_BATCH_SIZE / 16
lr_decay = tf.keras.optimizers.schedules.PiecewiseConstantDecay(
    boundaries=[12000 * 16, 16000 * 16], values=[BASE_LR, 0.1 * BASE_LR, 0.01 * BASE_LR]
)
optimizer = tf.keras.optimizers.SGD(learning_rate=lr_decay, momentum=0.9)
