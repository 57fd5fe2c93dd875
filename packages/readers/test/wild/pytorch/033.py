from opts import parse_opts
from torch.optim import SGD, lr_scheduler


def get_train_utils(opt, model_parameters):
    optimizer = SGD(model_parameters, lr=opt.learning_rate, momentum=opt.momentum)
    if opt.lr_scheduler == "plateau":
        scheduler = lr_scheduler.ReduceLROnPlateau(optimizer, "min", patience=opt.plateau_patience)
    else:
        scheduler = lr_scheduler.MultiStepLR(optimizer, opt.multistep_milestones)
    return optimizer, scheduler
