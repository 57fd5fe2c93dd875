train_cfg = dict(type='EpochBasedTrainLoop', max_epochs=600)
param_scheduler = [dict(type='PolyLR', power=0.9, end=600)]
optim_wrapper = dict(type='OptimWrapper', optimizer=dict(type='Adam', lr=1e-3))
