from fastai.vision.all import *

learn = vision_learner(dls, resnet34, metrics=error_rate)
learn.fit_one_cycle(10, 2e-3)
