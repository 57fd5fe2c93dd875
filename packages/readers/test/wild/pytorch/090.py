import torch.optim as optim

SCHEDULERS = {
    "ReduceLROnPlateau": optim.lr_scheduler.ReduceLROnPlateau,
    "CosineAnnealingLR": optim.lr_scheduler.CosineAnnealingLR,
}

optimizer = optim.SGD(model.parameters(), lr=0.1)
scheduler = SCHEDULERS[config.name](optimizer, **config.params)
