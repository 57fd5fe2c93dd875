from fastai.vision.all import *

learn = Learner(dls, xresnet50())
learn.fit_one_cycle(30, 1e-2)
