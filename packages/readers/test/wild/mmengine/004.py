train_cfg = dict(type='IterBasedTrainLoop', max_iters=1_000_000)
param_scheduler = dict(type='MultiStepLR', by_epoch=False, milestones=[200_000, 400_000, 600_000, 800_000], gamma=0.5)
optim_wrapper = dict(type='OptimWrapper', optimizer=dict(type='Adam', lr=1e-4))
