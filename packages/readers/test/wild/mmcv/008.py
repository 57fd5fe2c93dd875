lr = 0.003
optimizer = dict(type='AdamW', lr=lr, betas=(0.95, 0.99))
lr_config = dict(policy='CosineAnnealing', warmup='linear', warmup_iters=1000, warmup_ratio=1.0 / 10, min_lr_ratio=1e-5)
runner = dict(type='EpochBasedRunner', max_epochs=40)
