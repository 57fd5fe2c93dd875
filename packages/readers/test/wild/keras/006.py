import keras

BATCH_SIZE = 4
INITIAL_LR = 0.007 * BATCH_SIZE / 16
EPOCHS = 1
learning_rate = keras.optimizers.schedules.CosineDecay(INITIAL_LR, decay_steps=EPOCHS * 2124)
