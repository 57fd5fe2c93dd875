import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, ExponentialLR, MultiStepLR
from yacs.config import CfgNode as CN

_CN = CN()
_CN.TRAINER = CN()
_CN.TRAINER.TRUE_LR = 6e-3
_CN.TRAINER.ADAMW_DECAY = 0.1
_CN.TRAINER.SCHEDULER = "MultiStepLR"
_CN.TRAINER.SCHEDULER_INTERVAL = "epoch"
_CN.TRAINER.MSLR_MILESTONES = [3, 6, 9, 12]
_CN.TRAINER.MSLR_GAMMA = 0.5
_CN.TRAINER.COSA_TMAX = 30
_CN.TRAINER.ELR_GAMMA = 0.999992


def build_optimizer(model, config):
    lr = config.TRAINER.TRUE_LR
    return torch.optim.AdamW(model.parameters(), lr=lr, weight_decay=config.TRAINER.ADAMW_DECAY)


def build_scheduler(config, optimizer):
    scheduler = {"interval": config.TRAINER.SCHEDULER_INTERVAL}
    name = config.TRAINER.SCHEDULER
    if name == "MultiStepLR":
        scheduler.update(
            {"scheduler": MultiStepLR(optimizer, config.TRAINER.MSLR_MILESTONES, gamma=config.TRAINER.MSLR_GAMMA)}
        )
    elif name == "CosineAnnealing":
        scheduler.update({"scheduler": CosineAnnealingLR(optimizer, config.TRAINER.COSA_TMAX)})
    elif name == "ExponentialLR":
        scheduler.update({"scheduler": ExponentialLR(optimizer, config.TRAINER.ELR_GAMMA)})
    else:
        raise NotImplementedError()
    return scheduler


optimizer = build_optimizer(model, _CN)
scheduler = build_scheduler(_CN, optimizer)
