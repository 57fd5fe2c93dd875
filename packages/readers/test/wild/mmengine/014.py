train_cfg = dict(max_epochs=300, val_interval=10)
param_scheduler = [
    dict(type='LinearLR', begin=0, end=500, start_factor=0.001, by_epoch=False),
    dict(type='MultiStepLR', begin=0, end=210, milestones=[170, 200], gamma=0.1, by_epoch=True),
]
optim_wrapper = dict(optimizer=dict(type='AdamW', lr=5e-4))
