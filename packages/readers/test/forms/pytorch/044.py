from torch.optim import SGD
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR

cfg = {"epochs": 70, "opt": {"lr": 0.02}, "train": {}}
epochs = int(cfg.get("epochs", cfg.get("train", {}).get("epochs", 50)))
base = float(cfg.get("lr", cfg["opt"].get("lr", 1e-3)))
warm = max(1, int(0.05 * epochs))
optimizer = SGD(model.parameters(), lr=base, momentum=0.9)
scheduler = SequentialLR(
    optimizer,
    schedulers=[
        LinearLR(optimizer, start_factor=0.1, end_factor=1.0, total_iters=warm),
        CosineAnnealingLR(optimizer, T_max=epochs - warm, eta_min=1e-6),
    ],
    milestones=[warm],
)
