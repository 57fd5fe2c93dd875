import math

import torch
import torch.optim.lr_scheduler as lr_scheduler


def one_cycle(y1=0.0, y2=1.0, steps=100):
    return lambda x: ((1 - math.cos(x * math.pi / steps)) / 2) * (y2 - y1) + y1


hyp = {"lr0": 0.01, "lrf": 0.2, "momentum": 0.937}
epochs = 100
optimizer = torch.optim.SGD(model.parameters(), lr=hyp["lr0"], momentum=hyp["momentum"], nesterov=True)
lf = one_cycle(1, hyp["lrf"], epochs)
scheduler = lr_scheduler.LambdaLR(optimizer, lr_lambda=lf)
