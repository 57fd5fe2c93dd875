lr_config = dict(policy='step', step=[10, 15], warmup='linear', warmup_by_epoch=True, warmup_iters=5, warmup_ratio=0.1)
total_epochs = 20
