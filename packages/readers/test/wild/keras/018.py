import tensorflow as tf

lr_schedule = tf.keras.optimizers.schedules.PolynomialDecay(
    initial_learning_rate=learning_rate, decay_steps=total_steps, end_learning_rate=0.0
)
optimizer = tf.keras.optimizers.Adam(lr_schedule)
