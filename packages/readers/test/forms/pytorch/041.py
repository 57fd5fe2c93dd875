import torch
from pytorch_lightning import LightningModule
from torch.optim.lr_scheduler import CosineAnnealingLR, LinearLR, SequentialLR

OPT = {"lr": 2e-4, "warm_up_steps": 200, "backbone_lr_multiplier": 0.1}


class Wrapper(LightningModule):
    def configure_optimizers(self):
        groups = [
            {"params": self.head.parameters(), "lr": OPT["lr"]},
            {"params": self.backbone.parameters(), "lr": OPT["lr"] * OPT["backbone_lr_multiplier"]},
        ]
        optimizer = torch.optim.AdamW(groups, lr=OPT["lr"], weight_decay=0.05)
        n = OPT["warm_up_steps"]
        up = LinearLR(optimizer, 1 / n, 1, total_iters=n)
        down = CosineAnnealingLR(optimizer, T_max=self.trainer.max_steps, eta_min=OPT["lr"] * 0.1)
        both = SequentialLR(optimizer, schedulers=[up, down], milestones=[n])
        return {"optimizer": optimizer, "lr_scheduler": {"scheduler": both, "interval": "step", "frequency": 1}}
