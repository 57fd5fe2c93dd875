import tensorflow as tf

boundaries = [32000, 48000]
values = [0.1, 0.01, 0.001]
lr_schedule = tf.keras.optimizers.schedules.PiecewiseConstantDecay(boundaries, values)
optimizer = tf.keras.optimizers.SGD(learning_rate=lr_schedule, momentum=0.9)
