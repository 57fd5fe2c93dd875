import lightning as L
import torch


class LitNet(L.LightningModule):
    def __init__(self, net, lr, gamma=0.5):
        super().__init__()
        self.save_hyperparameters()
        self.net = net

    def configure_optimizers(self):
        optimizer = torch.optim.SGD(self.parameters(), lr=self.hparams.lr)
        scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=30, gamma=self.hparams.gamma)
        return [optimizer], [scheduler]
