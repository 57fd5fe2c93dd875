import tensorflow as tf

learning_rate_schedule = tf.keras.experimental.CosineDecay(learning_rate, total_steps)
