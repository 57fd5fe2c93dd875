import torch
from torch.optim.lr_scheduler import CosineAnnealingLR, ExponentialLR, MultiStepLR

key2scheduler = {"multi_step": MultiStepLR, "cosine_annealing": CosineAnnealingLR, "exp_lr": ExponentialLR}


def get_scheduler(optimizer, scheduler_dict):
    s_type = scheduler_dict["name"]
    scheduler_dict.pop("name")
    return key2scheduler[s_type](optimizer, **scheduler_dict)


optimizer = torch.optim.SGD(model.parameters(), lr=1e-10)
scheduler = get_scheduler(optimizer, {"name": "multi_step", "milestones": [200, 400], "gamma": 0.1})
