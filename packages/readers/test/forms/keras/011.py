from tensorflow.keras.callbacks import LearningRateScheduler, ReduceLROnPlateau


def schedule(epoch):
    lr = 1e-3
    if epoch > 180:
        lr *= 0.5e-3
    elif epoch > 160:
        lr *= 1e-3
    elif epoch > 120:
        lr *= 1e-2
    elif epoch > 80:
        lr *= 1e-1
    print("rate:", lr)
    return lr


lr_scheduler = LearningRateScheduler(schedule)
lr_reducer = ReduceLROnPlateau(factor=0.31622776601683794, cooldown=0, patience=5, min_lr=0.5e-6)
