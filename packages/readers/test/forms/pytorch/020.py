from torch import optim

settings = {"lr": 2e-4, "wd": 1e-6, "t0": 10, "tm": 2, "floor": 1e-6}
optimizer = optim.AdamW(model.parameters(), lr=settings["lr"], weight_decay=settings["wd"])
scheduler = optim.lr_scheduler.CosineAnnealingWarmRestarts(
    optimizer, T_0=settings["t0"], T_mult=settings["tm"], eta_min=settings["floor"], last_epoch=-1
)
