train_cfg = dict(type='EpochBasedTrainLoop', max_epochs=500, val_interval=1)
param_scheduler = None
optim_wrapper = dict(
    constructor='YOLOv5OptimizerConstructor', optimizer=dict(lr=0.01, momentum=0.937, nesterov=True, type='SGD'), type='OptimWrapper'
)
