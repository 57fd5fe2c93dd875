import tensorflow as tf

schedule = tf.keras.optimizers.schedules.ExponentialDecay(initial_learning_rate=0.1, decay_steps=10000, decay_rate=0.9)
