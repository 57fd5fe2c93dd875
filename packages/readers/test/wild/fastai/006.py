from fastai.vision.all import *

learn = Learner(dls, xresnet50())
learn.fine_tune(20, 0.00158, freeze_epochs=1)
