import torch
from lightning import LightningModule
from transformers import get_linear_schedule_with_warmup


class Model(LightningModule):
    def configure_optimizers(self):
        no_decay = ["bias", "LayerNorm.weight"]
        groups = [
            {"params": [p for n, p in self.net.named_parameters() if not any(x in n for x in no_decay)], "weight_decay": 0.01},
            {"params": [p for n, p in self.net.named_parameters() if any(x in n for x in no_decay)], "weight_decay": 0.0},
        ]
        optimizer = torch.optim.AdamW(groups, lr=self.hparams.learning_rate)
        scheduler = get_linear_schedule_with_warmup(
            optimizer,
            num_warmup_steps=self.hparams.warmup_steps,
            num_training_steps=self.trainer.estimated_stepping_batches,
        )
        return [optimizer], [{"scheduler": scheduler, "interval": "step", "frequency": 1}]
