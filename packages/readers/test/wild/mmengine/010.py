train_cfg = dict(type='EpochBasedTrainLoop', max_epochs=60)
param_scheduler = [dict(type='MultiStepLR', milestones=[40, 50], end=60)]
optim_wrapper = dict(type='OptimWrapper', optimizer=dict(type='Adam', weight_decay=0.0001))
