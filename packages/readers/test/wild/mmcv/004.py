optimizer = dict(lr=0.02)
lr_config = dict(min_lr=2e-4)
runner = dict()
