import tensorflow as tf

lr_schedule = tf.keras.optimizers.schedules.ExponentialDecay(
    initial_learning_rate=0.01, decay_steps=20_000, decay_rate=0.1, staircase=False
)
optimizer = tf.keras.optimizers.SGD(learning_rate=lr_schedule)
