from fastai.vision.all import *

learn = Learner(dls, xresnet50(n_out=10), opt_func=ranger)
learn.fit_flat_cos(5, 8e-3, pct_start=0.72, wd=1e-2)
