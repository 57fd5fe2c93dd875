import torch
from pytorch_lightning import LightningModule
from torch import optim


class Wrapper(LightningModule):
    def configure_optimizers(self):
        optimizer = optim.Adam(self.parameters(), lr=self.optimizer_cfg.lr)
        warm_up_steps = self.optimizer_cfg.warm_up_steps
        warm_up = torch.optim.lr_scheduler.LinearLR(optimizer, 1 / warm_up_steps, 1, total_iters=warm_up_steps)
        return {"optimizer": optimizer, "lr_scheduler": {"scheduler": warm_up, "interval": "step", "frequency": 1}}
