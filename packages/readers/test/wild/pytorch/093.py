import torch

SCHEDULERS = {
    None: None,
    "StepLR": torch.optim.lr_scheduler.StepLR,
    "MultiStepLR": torch.optim.lr_scheduler.MultiStepLR,
    "CosineAnnealingLR": torch.optim.lr_scheduler.CosineAnnealingLR,
}

optimizer = torch.optim.SGD(model.parameters(), lr=0.01)
scheduler = SCHEDULERS[args.scheduler](optimizer, step_size=30)
