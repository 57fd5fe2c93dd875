from fastai.vision.all import *

learn = vision_learner(dls, resnet18, metrics=accuracy)
learn.unfreeze()
learn.fit_one_cycle(6, lr_max=slice(1e-5, 3e-4), pct_start=0.05)
