epoch = 2
optimizer = dict(type='SGD', lr=1e-3, momentum=0.9)
lr_config = dict(policy='step', step=[2])
