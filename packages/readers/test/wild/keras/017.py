from tensorflow import keras

schedule = keras.optimizers.schedules.ExponentialDecay(initial_learning_rate=100.0, decay_steps=100, decay_rate=0.96)
optimizer = keras.optimizers.SGD(schedule)
