"""Lightning's Trainer.fit, and the number that it announces: estimated_stepping_batches."""

from types import SimpleNamespace

import torch
from torch.utils.data import DataLoader

from host import stub
from loop import CountingSGD, draw, weight

# What Lightning 2.6 imports of a newer PyTorch and does not use here.
stub("torch._dynamo", OptimizedModule=type("OptimizedModule", (), {}))
stub("torch.utils.flop_counter", FlopCounterMode=object)
torch.compile = lambda model=None, **options: model
torch.compiler = SimpleNamespace(disable=lambda function: function, is_compiling=lambda: False)
torch.optim.lr_scheduler.LRScheduler = torch.optim.lr_scheduler._LRScheduler
torch.optim.swa_utils.get_ema_avg_fn = None

import pytorch_lightning  # noqa: E402

RAN = f"pytorch-lightning {pytorch_lightning.__version__}: Trainer.fit"


class _Module(pytorch_lightning.LightningModule):
    def __init__(self):
        super().__init__()
        self.weight = weight()
        self.updates = []

    def on_train_epoch_start(self):
        self.before = self.counting.updates

    def on_train_epoch_end(self):
        self.updates.append(self.counting.updates - self.before)

    def training_step(self, batch, _):
        return (self.weight * batch.float().mean()).sum()

    def configure_optimizers(self):
        self.counting = CountingSGD(self.parameters(), lr=0.1)
        return self.counting


def _cases(random):
    for index in range(120):
        options = draw(random, index, most_processes=1)
        loader = DataLoader(list(range(options["samples"])), options["batchSize"], drop_last=options["dropLast"])
        if len(loader) == 0:
            continue
        trainer = pytorch_lightning.Trainer(
            max_epochs=options["epochs"],
            accumulate_grad_batches=options["accumulate"],
            accelerator="cpu",
            logger=False,
            enable_checkpointing=False,
            enable_progress_bar=False,
            enable_model_summary=False,
        )
        module = _Module()
        trainer.fit(module, loader)
        steps = module.counting.updates
        if not trainer.global_step == trainer.estimated_stepping_batches == steps:
            announced = trainer.estimated_stepping_batches
            raise AssertionError(f"Lightning counted {trainer.global_step}, announced {announced}, made {steps}")
        yield {"options": options, "batches": trainer.num_training_batches, "updates": module.updates, "steps": steps}


LOOPS = {"Lightning": _cases}
