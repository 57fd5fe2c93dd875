from fastai.vision.all import *

learn = vision_learner(dls, resnet34, metrics=error_rate)
learn.fit_one_cycle(3, 0.03, moms=(0, 0, 0))
