import tensorflow as tf

lr_schedule = tf.keras.optimizers.schedules.InverseTimeDecay(
    initial_learning_rate=0.01, decay_steps=10_000, decay_rate=1.0, staircase=False
)
optimizer = tf.keras.optimizers.SGD(learning_rate=lr_schedule)
