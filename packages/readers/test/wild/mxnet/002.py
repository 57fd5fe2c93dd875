import mxnet as mx

schedule = mx.lr_scheduler.PolyScheduler(max_update=1000, base_lr=1, pwr=2)
