import tensorflow as tf
from tensorflow import keras

initial_learning_rate = 0.0001
lr_schedule = tf.keras.optimizers.schedules.ExponentialDecay(
    initial_learning_rate, decay_steps=100000, decay_rate=0.96, staircase=True
)
model.compile(loss="mse", optimizer=keras.optimizers.Adam(learning_rate=lr_schedule))
epochs = 100
model.fit(train_set, epochs=epochs)
