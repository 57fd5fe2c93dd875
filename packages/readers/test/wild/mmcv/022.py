_base_ = ['../../../../_base_/default_runtime.py', '../../../../_base_/datasets/animalpose.py']
evaluation = dict(interval=10, metric='mAP', save_best='AP')
optimizer = dict(type='Adam', lr=5e-4)
optimizer_config = dict(grad_clip=None)
lr_config = dict(policy='step', warmup='linear', warmup_iters=500, warmup_ratio=0.001, step=[170, 200])
total_epochs = 210
