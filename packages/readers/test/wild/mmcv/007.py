optimizer = dict(_delete_=True, type='AdamW', lr=0.0001)
lr_config = dict(policy='step', warmup='linear', warmup_iters=500, warmup_ratio=0.001, step=[])
runner = dict(_delete_=True, type='IterBasedRunner', max_iters=20000)
