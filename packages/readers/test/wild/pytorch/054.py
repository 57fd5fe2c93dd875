from torch.optim import SGD, lr_scheduler
from utils.general import one_cycle

optimizer = SGD(model.parameters(), lr=hyp["lr0"], momentum=hyp["momentum"], nesterov=True)
if opt.cos_lr:
    lf = one_cycle(1, hyp["lrf"], epochs)
else:

    def lf(x):
        return (1 - x / epochs) * (1.0 - hyp["lrf"]) + hyp["lrf"]


scheduler = lr_scheduler.LambdaLR(optimizer, lr_lambda=lf)
