optimizer = dict(type='SGD', lr=0.2, weight_decay=0.0001, momentum=0.9)
lr_config = dict(policy='CosineAnnealing', warmup=None, min_lr=0.002)
runner = dict(type='EpochBasedRunner', max_epochs=150)
