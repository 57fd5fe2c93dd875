lr = 0.003
train_cfg = dict(type='EpochBasedTrainLoop', max_epochs=40)
param_scheduler = [
    dict(type='LinearLR', start_factor=0.1, by_epoch=False, begin=0, end=1000),
    dict(type='CosineAnnealingLR', begin=0, T_max=40, end=40, by_epoch=True, eta_min=1e-5),
]
optim_wrapper = dict(type='OptimWrapper', optimizer=dict(type='AdamW', lr=lr, weight_decay=0.001))
