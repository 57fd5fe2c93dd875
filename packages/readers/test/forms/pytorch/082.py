import pytorch_lightning as pl
import torch


class LitClassifier(pl.LightningModule):
    def __init__(self, backbone="resnet18", lr=1e-3, warmup_steps=100, max_steps=5000):
        super().__init__()
        self.save_hyperparameters()

    def training_step(self, batch, batch_idx):
        return self.loss(batch)

    def configure_optimizers(self):
        optimizer = torch.optim.AdamW(self.parameters(), lr=self.hparams.lr, weight_decay=0.05)
        warm = torch.optim.lr_scheduler.LinearLR(optimizer, start_factor=0.01, total_iters=self.hparams.warmup_steps)
        cosine = torch.optim.lr_scheduler.CosineAnnealingLR(
            optimizer, T_max=self.hparams.max_steps - self.hparams.warmup_steps
        )
        scheduler = torch.optim.lr_scheduler.SequentialLR(
            optimizer, [warm, cosine], milestones=[self.hparams.warmup_steps]
        )
        return {"optimizer": optimizer, "lr_scheduler": {"scheduler": scheduler, "interval": "step"}}
