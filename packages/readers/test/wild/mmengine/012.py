train_cfg = dict(type='IterBasedTrainLoop', max_iters=100000)
param_scheduler = [dict(type='PolyLR', power=0.9, eta_min=1e-7, by_epoch=False, end=100000)]
optim_wrapper = dict(type='OptimWrapper', optimizer=dict(type='SGD', lr=0.007, momentum=0.9))
