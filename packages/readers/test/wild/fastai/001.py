from fastai.vision.all import *

learn = vision_learner(dls, resnet34, metrics=error_rate)
learn.unfreeze()
learn.fit_one_cycle(6, slice(1e-5, 3e-4), pct_start=0.05)
