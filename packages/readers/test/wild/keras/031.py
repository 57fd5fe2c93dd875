import numpy as np
import tensorflow as tf

steps_per_epoch = len(trainset)
warmup_steps = 2 * steps_per_epoch
total_steps = (20 + 30) * steps_per_epoch
global_steps = tf.Variable(1, trainable=False, dtype=tf.int64)
optimizer = tf.keras.optimizers.Adam()


def train_step(image_data, target):
    optimizer.apply_gradients(zip(gradients(image_data, target), model.trainable_variables))
    global_steps.assign_add(1)
    if global_steps < warmup_steps:
        lr = global_steps / warmup_steps * 1e-3
    else:
        lr = 1e-6 + 0.5 * (1e-3 - 1e-6) * (
            (1 + tf.cos((global_steps - warmup_steps) / (total_steps - warmup_steps) * np.pi))
        )
    optimizer.lr.assign(lr.numpy())


for epoch in range(50):
    for image_data, target in trainset:
        train_step(image_data, target)
