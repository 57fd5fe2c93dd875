import numpy as np
import tensorflow as tf
from tensorflow.keras import optimizers

INITIAL_LR = 1e-3


class LRStepDecay:
    def __init__(self, initial_lr, drop_every, decay_factor):
        super().__init__()
        self.initial_lr = initial_lr
        self.drop_every = drop_every
        self.decay_factor = decay_factor

    def __call__(self, epoch):
        drops = np.floor((1 + epoch) / self.drop_every)
        return self.initial_lr * (self.decay_factor**drops)


step_decay = LRStepDecay(INITIAL_LR, 15, 0.5)
lr_callback = tf.keras.callbacks.LearningRateScheduler(lambda epoch: step_decay(epoch), verbose=True)


def run_experiment(epochs):
    model.compile(optimizer=optimizers.Adam(learning_rate=INITIAL_LR), loss="mse")
    return model.fit(train_set, epochs=epochs, callbacks=[lr_callback])


history = run_experiment(epochs=60)
