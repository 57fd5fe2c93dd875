train_cfg = dict(type='IterBasedTrainLoop', max_iters=300_000)
param_scheduler = dict(type='CosineAnnealingLR', by_epoch=False, T_max=600_000, eta_min=1e-7)
optim_wrapper = dict(
    constructor='MultiOptimWrapperConstructor',
    generator=dict(type='OptimWrapper', optimizer=dict(type='Adam', lr=1e-4)),
    discriminator=dict(type='OptimWrapper', optimizer=dict(type='Adam', lr=1e-4)),
)
