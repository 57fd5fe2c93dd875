from tensorflow.keras.callbacks import LearningRateScheduler


def steps(epoch):
    if epoch < 60:
        return 0.1
    elif epoch < 120:
        return 0.02
    elif epoch < 160:
        return 0.004
    else:
        return 0.0008


lr_scheduler = LearningRateScheduler(steps)
