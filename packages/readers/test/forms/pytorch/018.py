import torch
from torch.optim.lr_scheduler import OneCycleLR


class CFG:
    lr = 1e-4
    max_lr = 1e-3
    epochs = 3
    pct = 0.1


opt = torch.optim.AdamW(model.parameters(), lr=CFG.lr)
scheduler = OneCycleLR(
    opt, max_lr=CFG.max_lr, epochs=CFG.epochs, steps_per_epoch=len(train_dl), pct_start=CFG.pct, anneal_strategy="linear"
)
