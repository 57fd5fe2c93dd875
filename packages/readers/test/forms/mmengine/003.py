param_scheduler = [
    dict(type="LinearLR", start_factor=1e-6, by_epoch=False, begin=0, end=300),
    dict(type="PolyLR", eta_min=0.0, power=1.0, begin=300, end=6000, by_epoch=False),
]
optim_wrapper = dict(
    type="OptimWrapper",
    optimizer=dict(type="AdamW", lr=6e-5, betas=(0.9, 0.999), weight_decay=0.01),
    paramwise_cfg=dict(custom_keys={"norm": dict(decay_mult=0.0)}),
)
train_cfg = dict(type="IterBasedTrainLoop", max_iters=6000, val_interval=500)
