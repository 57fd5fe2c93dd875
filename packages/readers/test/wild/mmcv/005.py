optimizer = dict(_delete_=True, type='AdamW', lr=4e-5, betas=(0.9, 0.999))
lr_config = dict(
    _delete_=True, policy='poly', warmup='linear', warmup_iters=200, warmup_ratio=1e-6, power=1.0, min_lr=0.0, by_epoch=False
)
runner = dict(type='IterBasedRunner')
