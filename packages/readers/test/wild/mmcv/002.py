optimizer = dict(type='SGD', lr=0.003, momentum=0.9)
lr_config = dict(policy='step', step=[21000, 27000], gamma=0.1, by_epoch=False)
runner = dict(type='IterBasedRunner', max_iters=30000)
