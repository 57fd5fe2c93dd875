import pytorch_lightning as pl
import torch


class LightningModule(pl.LightningModule):
    def __init__(self, net, optimizer_config=None, scheduler_config=None):
        super().__init__()
        self._net = net
        self._optimizer_config = optimizer_config
        self._scheduler_config = scheduler_config

    def configure_optimizers(self):
        optimizer = torch.optim.Adam(self.parameters(), **self._optimizer_config)
        lr_scheduler = getattr(torch.optim.lr_scheduler, self._scheduler_config["class"])(
            optimizer, **self._scheduler_config["kwargs"]
        )
        return [optimizer], [{"scheduler": lr_scheduler}]


module = LightningModule(
    model,
    optimizer_config={"lr": 0.01},
    scheduler_config={"class": "ExponentialLR", "kwargs": {"gamma": 0.995}},
)
