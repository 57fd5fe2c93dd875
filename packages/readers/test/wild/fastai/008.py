from fastai.vision.all import *

def train(epochs=12):
    learn = vision_learner(dls, resnet34, metrics=error_rate)
    learn.fit_one_cycle(epochs, 0.01)
    return learn


train()
