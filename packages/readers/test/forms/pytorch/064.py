from torch.optim import SGD
from torch.optim.lr_scheduler import LambdaLR


def factor(epoch):
    scale = 1.0
    for mark in (30, 60, 80):
        if epoch >= mark:
            scale *= 0.2
    return scale


optimizer = SGD(model.parameters(), lr=0.1)
scheduler = LambdaLR(optimizer, factor)
