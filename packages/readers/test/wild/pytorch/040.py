import torch.optim as optim

burn_in = cfg["TRAIN"]["BURN_IN"]
steps = eval(cfg["TRAIN"]["STEPS"])
base_lr = cfg["TRAIN"]["LR"] / cfg["TRAIN"]["BATCHSIZE"] / cfg["TRAIN"]["SUBDIVISION"]


def burnin_schedule(i):
    if i < burn_in:
        factor = pow(i / burn_in, 4)
    elif i < steps[0]:
        factor = 1.0
    elif i < steps[1]:
        factor = 0.1
    else:
        factor = 0.01
    return factor


optimizer = optim.SGD(model.parameters(), lr=base_lr, momentum=0.9)
scheduler = optim.lr_scheduler.LambdaLR(optimizer, burnin_schedule)
