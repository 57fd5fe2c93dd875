optimizer = dict(type='SGD', lr=0.02, momentum=0.9)
lr_config = dict(policy='step', warmup='linear', warmup_iters=500, warmup_ratio=0.001, step=[16, 19])
runner = dict(type='EpochBasedRunner', max_epochs=20)
