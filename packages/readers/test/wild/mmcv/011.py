lr = 0.002
optimizer = dict(type='AdamW', lr=lr, weight_decay=0)
lr_config = dict(policy='step', warmup=None, step=[45, 60])
runner = dict(type='EpochBasedRunner', max_epochs=80)
