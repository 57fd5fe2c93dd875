optimizer = dict(type='SGD', lr=0.015, momentum=0.9)
lr_config = dict(policy='CosineAnnealing', warmup='linear', warmup_iters=500, warmup_ratio=0.001, min_lr=0)
runner = dict(type='EpochBasedRunner', max_epochs=120)
