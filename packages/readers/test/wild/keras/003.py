from tensorflow import keras

base_lr = 0.01 * global_batch / 16
lr_decay = keras.optimizers.schedules.PiecewiseConstantDecay(
    boundaries=[12000 * 16 / global_batch, 16000 * 16 / global_batch], values=[base_lr, 0.1 * base_lr, 0.01 * base_lr]
)
optimizer = keras.optimizers.SGD(learning_rate=lr_decay, momentum=0.9, global_clipnorm=10.0)
