"""Lightning's Trainer with its LearningRateMonitor, as its CSVLogger wrote it to metrics.csv."""

import csv
import logging
import shutil
import sys
import tempfile
from pathlib import Path

from log import Cases, Log, seeded
from newerTorch import lightning
from schedules import FIXED, PLANS, SMOOTH, TIMED, schedule

pytorch_lightning = lightning()

import torch  # noqa: E402
from pytorch_lightning.callbacks import LearningRateMonitor  # noqa: E402
from pytorch_lightning.loggers import CSVLogger  # noqa: E402
from torch.utils.data import DataLoader  # noqa: E402

from training import draw, visible  # noqa: E402

RAN = f"pytorch-lightning {pytorch_lightning.__version__}: Trainer.fit, LearningRateMonitor, CSVLogger"
cases = Cases("lightning", RAN)
logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)
logging.getLogger("pytorch_lightning").setLevel(logging.ERROR)


class Module(pytorch_lightning.LightningModule):
    def __init__(self, base, make, interval):
        super().__init__()
        self.layer = torch.nn.Linear(4, 1)
        self.base, self.make, self.interval = base, make, interval

    def training_step(self, batch, _):
        return self.layer(batch).square().mean()

    def configure_optimizers(self):
        optimizer = torch.optim.AdamW(self.parameters(), lr=self.base)
        if self.interval == "default":
            return [optimizer], [self.make(optimizer)]
        return {"optimizer": optimizer, "lr_scheduler": {"scheduler": self.make(optimizer), "interval": self.interval}}


def fit(folder, module, epochs, per_epoch, accumulation, every, monitored):
    """Trains, and gives the rows of metrics.csv that have a rate."""
    logger = CSVLogger(folder)
    trainer = pytorch_lightning.Trainer(
        max_epochs=epochs,
        accumulate_grad_batches=accumulation,
        accelerator="cpu",
        logger=logger,
        log_every_n_steps=every,
        callbacks=[LearningRateMonitor(monitored)],
        enable_checkpointing=False,
        enable_progress_bar=False,
        enable_model_summary=False,
    )
    data = DataLoader(torch.randn(per_epoch * accumulation * 2, 4), batch_size=2)
    trainer.fit(module, data)
    with open(Path(folder, "lightning_logs", f"version_{logger.version}", "metrics.csv")) as file:
        rows = [(int(row["step"]), float(row["lr-AdamW"])) for row in csv.DictReader(file) if row.get("lr-AdamW")]
    return rows


class Run:
    def __init__(self, random, name, epochs=None):
        self.name = name
        self.epochs, self.per_epoch, self.base = draw(random, epochs)
        self.steps = self.epochs * self.per_epoch
        self.accumulation = random.choice((1, 1, 2))
        self.log = Log(random, self.steps, self.base, rounding="full")
        if self.log.every == "irregular":
            self.log.every = 5

    def fit(self, folder, used, interval, monitored=None):
        """`monitored` None: the rate is logged where it is stepped."""
        module = Module(self.base, used.make, interval)
        log, accumulation = self.log, self.accumulation
        log.rows = fit(folder, module, self.epochs, self.per_epoch, accumulation, log.every, monitored)

    def add(self, bug, plan, **more):
        cases.add(
            bug,
            self.name,
            self.log,
            plan=plan,
            base=self.base,
            steps=self.steps,
            per_epoch=self.per_epoch,
            processes=1,
            accumulation=self.accumulation,
            **more,
        )
        return True


def clean(random, folder, name):
    run = Run(random, name)
    s = schedule(name, run.steps)
    run.fit(folder, s, "step")
    run.add("none", s.plan())
    return True


def clean_epochs(random, folder, name):
    """A schedule in epochs that changes only between them, as Lightning steps it by default."""
    run = Run(random, name, random.choice((10, 20)))
    s = schedule(name, run.epochs)
    run.fit(folder, s, "default", random.choice((None, "step")))
    return run.add("none", s.plan("epochs"), style="epochs")


def per_epoch(random, folder, name):
    """A schedule in updates under Lightning's default interval."""
    run = Run(random, name, 12)
    s = schedule(name, run.steps)
    run.fit(folder, s, "default", random.choice((None, "step")))
    return visible(s, run.base, run.steps, run.log) and run.add("steppedPerEpoch", s.plan())


def per_batch(random, folder, name):
    run = Run(random, name, random.choice((10, 20)))
    s = schedule(name, run.epochs)
    run.fit(folder, s, "step")
    return run.add("steppedPerBatch", s.plan("epochs"))


def stairs(random, folder, name):
    run = Run(random, name, random.choice((6, 10)))
    s = schedule(name, run.epochs, 2)
    run.fit(folder, s, "default", "step")
    return run.add("stairs", s.plan("epochs"))


def counted(random, folder, name):
    run = Run(random, name)
    run.accumulation = random.choice((2, 4))
    s = schedule(name, run.steps)
    run.fit(folder, s.longer(run.accumulation, warmup=random.random() < 0.5), "step")
    return visible(s, run.base, run.steps, run.log) and run.add("countedPerMicroBatch", s.plan())


def repeat(count, names, run):
    random = seeded(f"lightning {run.__name__}")
    order = random.sample(names, len(names))
    made = tries = 0
    while made < count:
        folder = tempfile.mkdtemp()
        made += bool(run(random, folder, order[tries % len(order)]))
        tries += 1
        shutil.rmtree(folder)


def main(folder):
    without = [name for name in PLANS if name != "oneCycle"]
    repeat(8, without, clean)
    repeat(2, ["multiStep", "step"], clean_epochs)
    repeat(6, [name for name in FIXED if name != "exponential"], per_epoch)
    repeat(3, [name for name in FIXED if name != "restarts"], per_batch)
    repeat(4, [name for name in SMOOTH if name not in ("oneCycle", "exponential")], stairs)
    repeat(2, [name for name in TIMED if name != "oneCycle"], counted)
    cases.write(folder)


if __name__ == "__main__":
    main(sys.argv[1])
