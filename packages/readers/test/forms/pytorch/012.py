import torch


def choose(optimizer, lr_policy="linear", epoch_count=5, lr_decay_iters=25, niter=100, niter_decay=100):
    if lr_policy == "linear":

        def rule(epoch):
            lr_l = 1.0 - max(0, epoch + epoch_count - niter) / float(niter_decay + 1)
            return lr_l

        scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lr_lambda=rule)
    elif lr_policy == "step":
        scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=lr_decay_iters, gamma=0.5)
    elif lr_policy == "exp":
        scheduler = torch.optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.98)
    else:
        return NotImplementedError(lr_policy)
    return scheduler
