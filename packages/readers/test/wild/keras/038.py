from tensorflow import keras


def linear_scheduler(epoch, lr_base=0.1, decay_step=100, lr_min=0, warmup_steps=0):
    if epoch < warmup_steps:
        lr = (lr_base - lr_min) * (epoch + 1) / (warmup_steps + 1)
    elif epoch > decay_step:
        lr = lr_min
    else:
        lr = lr_min + (1 - epoch / decay_step) * (lr_base - lr_min)
    return lr


lr_schedule = keras.callbacks.LearningRateScheduler(
    lambda epoch: linear_scheduler(epoch, lr_base=0.05, decay_step=100, lr_min=1e-5, warmup_steps=5)
)
model.fit(X_train, Y_train, callbacks=[lr_schedule])
