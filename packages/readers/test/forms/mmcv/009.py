_base_ = './schedule.py'

lr_config = dict(policy='step', warmup='linear', warmup_iters=500, warmup_ratio=0.001)
