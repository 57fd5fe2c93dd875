import torch
from pytorch_lightning import LightningModule
from torch.optim.lr_scheduler import StepLR


class GNN(LightningModule):
    def configure_optimizers(self):
        optimizer = torch.optim.Adam(self.parameters(), lr=0.001)
        scheduler = StepLR(optimizer, step_size=25, gamma=0.25)
        return [optimizer], [scheduler]
