from mmengine.optim.scheduler import CosineAnnealingLR, LinearLR

max_epochs = 20
train_cfg = dict(type='EpochBasedTrainLoop', max_epochs=max_epochs)
param_scheduler = [
    dict(type=LinearLR, start_factor=1e-3, by_epoch=True, begin=0, end=2, convert_to_iter_based=True),
    dict(type=CosineAnnealingLR, eta_min=1e-6, by_epoch=True, begin=2, end=max_epochs, T_max=max_epochs - 2, convert_to_iter_based=True),
]
optim_wrapper = dict(type='OptimWrapper', optimizer=dict(type='AdamW', lr=1e-3))
