from dataclasses import dataclass

import torch


@dataclass
class TrainConfig:
    lr: float = 3e-4
    warmup: int = 100
    steps: int = 1000
    floor: float = 0.1


cfg = TrainConfig(lr=1e-3)
optimizer = torch.optim.AdamW(model.parameters(), lr=cfg.lr)
scheduler = torch.optim.lr_scheduler.SequentialLR(
    optimizer,
    [
        torch.optim.lr_scheduler.LinearLR(optimizer, 1e-8, 1.0, cfg.warmup),
        torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, cfg.steps - cfg.warmup, cfg.lr * cfg.floor),
    ],
    [cfg.warmup],
)
