from fastai.vision.all import *

learn = vision_learner(dls, resnet34, metrics=error_rate)
learn.fit_one_cycle(4, lr_max=slice(1e-6, 1e-4))
