train_cfg = dict(type='EpochBasedTrainLoop', max_epochs=10)
param_scheduler = [
    dict(type='LinearLR', start_factor=0.1, by_epoch=True, begin=0, end=2, convert_to_iter_based=True),
    dict(type='CosineAnnealingLR', T_max=8, eta_min=0, by_epoch=True, begin=2, end=10, convert_to_iter_based=True),
]
optim_wrapper = dict(optimizer=dict(type='SGD', lr=0.1, momentum=0.9, weight_decay=1e-5))
