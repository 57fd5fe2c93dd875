from dataclasses import dataclass

import torch


@dataclass
class Config:
    max_steps: int = 30_000


cfg = Config()
optimizers = {"means": torch.optim.Adam([{"params": model.parameters(), "lr": 1.6e-4 * scene_scale}], eps=1e-15)}
max_steps = cfg.max_steps
schedulers = [torch.optim.lr_scheduler.ExponentialLR(optimizers["means"], gamma=0.01 ** (1.0 / max_steps))]
