import pytorch_lightning as pl
import torch


class AlphaFoldLRScheduler(torch.optim.lr_scheduler._LRScheduler):
    def __init__(
        self,
        optimizer,
        last_epoch=-1,
        verbose=False,
        base_lr=0.0,
        max_lr=0.001,
        warmup_no_steps=1000,
        start_decay_after_n_steps=50000,
        decay_every_n_steps=50000,
        decay_factor=0.95,
    ):
        if warmup_no_steps > start_decay_after_n_steps:
            raise ValueError("the warm-up must end before the decay")
        self.optimizer = optimizer
        self.last_epoch = last_epoch
        self.verbose = verbose
        self.base_lr = base_lr
        self.max_lr = max_lr
        self.warmup_no_steps = warmup_no_steps
        self.start_decay_after_n_steps = start_decay_after_n_steps
        self.decay_every_n_steps = decay_every_n_steps
        self.decay_factor = decay_factor
        super(AlphaFoldLRScheduler, self).__init__(optimizer, last_epoch=last_epoch)

    def get_lr(self):
        if not self._get_lr_called_within_step:
            raise RuntimeError("use get_last_lr()")
        step_no = self.last_epoch
        if step_no <= self.warmup_no_steps:
            lr = self.base_lr + (step_no / self.warmup_no_steps) * self.max_lr
        elif step_no > self.start_decay_after_n_steps:
            since = step_no - self.start_decay_after_n_steps
            lr = self.max_lr * (self.decay_factor ** ((since // self.decay_every_n_steps) + 1))
        else:
            lr = self.max_lr
        return [lr for group in self.optimizer.param_groups]


class OpenFoldWrapper(pl.LightningModule):
    def configure_optimizers(self, learning_rate=1e-3, eps=1e-5):
        optimizer = torch.optim.Adam(self.model.parameters(), lr=learning_rate, eps=eps)
        lr_scheduler = AlphaFoldLRScheduler(optimizer)
        return {
            "optimizer": optimizer,
            "lr_scheduler": {"scheduler": lr_scheduler, "interval": "step", "name": "AlphaFoldLRScheduler"},
        }
