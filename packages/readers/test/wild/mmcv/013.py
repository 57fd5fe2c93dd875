optimizer = dict(type='SGD', lr=0.02, momentum=0.9)
lr_config = dict(policy='step', warmup='linear', warmup_iters=100, warmup_ratio=1.0 / 100, step=[3])
total_epochs = 4
