train_cfg = dict(by_epoch=True, max_epochs=300)
param_scheduler = [
    dict(type='LinearLR', start_factor=1e-3, by_epoch=True, begin=0, end=5, convert_to_iter_based=True),
    dict(type='CosineAnnealingLR', T_max=295, eta_min=1e-5, by_epoch=True, begin=5, end=300),
]
optim_wrapper = dict(optimizer=dict(type='AdamW', lr=5e-4 * 128 * 8 / 512, weight_decay=0.05))
