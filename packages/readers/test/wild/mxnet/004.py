import mxnet as mx

schedule = mx.lr_scheduler.FactorScheduler(step=len(train_data) * 10, factor=0.75)
schedule.base_lr = 0.01
