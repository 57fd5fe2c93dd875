optimizer = dict(type='AdamW', lr=2e-4, weight_decay=0.01)
lr_config = dict(policy='CosineAnnealing', warmup='linear', warmup_iters=200, warmup_ratio=1.0 / 3, min_lr_ratio=1e-3)
runner = dict(type='EpochBasedRunner', max_epochs=20)
