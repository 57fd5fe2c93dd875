from torch.optim import SGD
from torch.optim.lr_scheduler import LambdaLR

table = {0: 0.1, 1: 0.5, 2: 1.0, 6: 0.3, 9: 0.05}


def factor(epoch):
    if epoch >= 9:
        return 0.05
    if epoch >= 6:
        return 0.3
    return [0.1, 0.5, 1.0, 1.0, 1.0, 1.0][epoch]


optimizer = SGD(model.parameters(), lr=0.5)
scheduler = LambdaLR(optimizer, factor)
