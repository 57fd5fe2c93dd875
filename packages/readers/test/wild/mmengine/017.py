train_cfg = dict(by_epoch=True, max_epochs=300)
param_scheduler = [
    dict(type='LinearLR', start_factor=1e-3, by_epoch=True, end=20, convert_to_iter_based=True),
    dict(type='CosineAnnealingLR', eta_min=1e-5, by_epoch=True, begin=20),
]
optim_wrapper = dict(optimizer=dict(type='AdamW', lr=5e-4 * 1024 / 512, weight_decay=0.05))
