import torch.optim as optim

lr = 1e-3
optimizer = optim.SGD(
    [
        {"params": model.backbone.parameters(), "lr": lr * 0.1},
        {"params": model.neck.parameters(), "lr": lr * 0.5},
        {"params": model.head.parameters()},
    ],
    lr=lr,
    momentum=0.9,
)
scheduler = optim.lr_scheduler.CosineAnnealingLR(optimizer, T_max=120, eta_min=1e-6)
