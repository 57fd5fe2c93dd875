import tensorflow as tf

batch_size, epochs = 128, 10
steps = len(x_train) // batch_size * epochs
learning_rate = tf.keras.optimizers.schedules.CosineDecay(0.05, steps, alpha=0.01)
