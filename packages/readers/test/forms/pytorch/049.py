import torch


class opt:
    learning_rate = 8e-3
    scheduler = "StepLR"
    step_size = 100
    gamma = 0.5


optimizer = torch.optim.AdamW(model.parameters(), lr=opt.learning_rate, weight_decay=1e-4)
if opt.scheduler == "ReduceLROnPlateau":
    scheduler = torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer, factor=opt.gamma, patience=5, mode="min")
elif opt.scheduler == "CosineAnnealingLR":
    scheduler = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=50)
elif opt.scheduler == "StepLR":
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=opt.step_size, gamma=opt.gamma)
else:
    raise ValueError(f"Got {opt.scheduler=}")
