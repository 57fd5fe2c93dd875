import tensorflow as tf

lr_schedule = tf.keras.optimizers.schedules.ExponentialDecay(
    initial_learning_rate=0.001, decay_steps=500, decay_rate=0.96, staircase=True
)
opt = tf.keras.optimizers.Adam(learning_rate=lr_schedule)
