import math

import torch


def build_optimizer(cfg, model):
    if cfg.solver.optim == "SGD":
        optimizer = torch.optim.SGD(model.bn.parameters(), lr=cfg.solver.lr0, momentum=0.937, nesterov=True)
    elif cfg.solver.optim == "Adam":
        optimizer = torch.optim.Adam(model.bn.parameters(), lr=cfg.solver.lr0, betas=(0.937, 0.999))
    optimizer.add_param_group({"params": model.weights.parameters(), "weight_decay": 0.0005})
    optimizer.add_param_group({"params": model.biases.parameters()})
    return optimizer


def build_lr_scheduler(cfg, optimizer, epochs):
    if cfg.solver.lr_scheduler == "Cosine":
        lf = lambda x: ((1 - math.cos(x * math.pi / epochs)) / 2) * (cfg.solver.lrf - 1) + 1
    elif cfg.solver.lr_scheduler == "Constant":
        lf = lambda x: 1.0
    scheduler = torch.optim.lr_scheduler.LambdaLR(optimizer, lr_lambda=lf)
    return scheduler, lf
