train_cfg = dict(type='IterBasedTrainLoop', max_iters=300_000)
param_scheduler = dict(type='CosineRestartLR', by_epoch=False, periods=[300_000], restart_weights=[1], eta_min=1e-7)
optim_wrapper = dict(type='OptimWrapper', optimizer=dict(type='Adam', lr=2e-4, betas=(0.9, 0.99)))
