import math

from tensorflow import keras


def scheduler(epoch, lr):
    if epoch < 10:
        return lr
    return lr * math.exp(-0.1)


model.compile(optimizer=keras.optimizers.SGD(0.01), loss="mse")
callback = keras.callbacks.LearningRateScheduler(scheduler)
model.fit(train_set, epochs=30, callbacks=[callback])
