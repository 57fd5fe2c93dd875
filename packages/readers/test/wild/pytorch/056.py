import torch


def build_lr_scheduler(optimizer, lr_scheduler="single_step", stepsize=1, gamma=0.1, max_epoch=1):
    if lr_scheduler == "single_step":
        if isinstance(stepsize, list):
            stepsize = stepsize[-1]
        if not isinstance(stepsize, int):
            raise TypeError("an integer is needed")
        scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=stepsize, gamma=gamma)
    elif lr_scheduler == "multi_step":
        scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, milestones=stepsize, gamma=gamma)
    elif lr_scheduler == "cosine":
        scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, float(max_epoch))
    return scheduler


optimizer = torch.optim.Adam(model.parameters(), lr=0.0015, amsgrad=True)
scheduler = build_lr_scheduler(optimizer, lr_scheduler="cosine", max_epoch=250)
