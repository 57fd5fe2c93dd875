from mmengine.optim.scheduler.lr_scheduler import LinearLR, MultiStepLR

train_cfg = dict(by_epoch=True, max_epochs=24)
param_scheduler = [
    dict(type=LinearLR, start_factor=0.001, by_epoch=False, begin=0, end=500),
    dict(type=MultiStepLR, begin=0, end=24, by_epoch=True, milestones=[16, 22], gamma=0.1),
]
optim_wrapper = dict(optimizer=dict(type='SGD', lr=0.02, momentum=0.9))
