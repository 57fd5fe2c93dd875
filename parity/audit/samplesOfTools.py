"""Whole files of the Trainer, Lightning and TensorBoard, really written by them; see samples.py."""

import contextlib
import io
import shutil
import tempfile
from pathlib import Path

from newerTorch import lightning

lightning()

import tensorboardX  # noqa: E402
import torch  # noqa: E402
import torch.utils.tensorboard  # noqa: E402
from transformers import TrainerCallback  # noqa: E402
from transformers.trainer_callback import PrinterCallback  # noqa: E402

from lightningLoop import Module, fit  # noqa: E402
from sampleFiles import ran  # noqa: E402
from schedules import schedule  # noqa: E402
from trainerRun import trainer  # noqa: E402


def trainer_state(samples):
    arguments = {
        "learning_rate": 2e-4,
        "lr_scheduler_type": "cosine",
        "warmup_ratio": 0.06,
        "num_train_epochs": 3,
        "logging_steps": 5,
        "evaluation_strategy": "epoch",
    }

    def keep(made, folder, file, back):
        made.train(resume_from_checkpoint=back)
        state = made.state
        state.save_to_json(str(samples.folder / file))
        rows = [row for row in state.log_history if "learning_rate" in row]
        series = ("learning_rate", "lr", None, "update", [r["step"] for r in rows], [r["learning_rate"] for r in rows])
        facts = {"max_steps": state.max_steps, "num_train_epochs": state.num_train_epochs}
        samples.tell(file, "json", series, facts={**facts, "global_step": state.global_step})

    class Kill(TrainerCallback):
        def on_step_end(self, arguments, state, control, **_):
            control.should_training_stop = control.should_save = state.global_step == 120
            return control

    folder = tempfile.mkdtemp()
    torch.manual_seed(1)
    made = trainer(folder, arguments, 80)
    made.eval_dataset = made.train_dataset
    keep(made, folder, "trainer_state.json", None)
    killed = trainer(folder, arguments, 80, [Kill()])
    killed.eval_dataset = killed.train_dataset
    killed.train()
    again = trainer(folder, {**arguments, "num_train_epochs": 6}, 80)
    again.eval_dataset = again.train_dataset
    keep(again, folder, "trainer_state.resumed.json", str(Path(folder, "checkpoint-120")))
    shutil.rmtree(folder)


def printed(samples):
    """What the Trainer prints: Python's dicts, a line each, among other lines."""
    folder = tempfile.mkdtemp()
    torch.manual_seed(2)
    arguments = {
        "learning_rate": 5e-5,
        "warmup_steps": 20,
        "max_steps": 200,
        "logging_steps": 5,
        "lr_scheduler_type": "linear",
    }
    made = trainer(folder, arguments, 100)
    made.add_callback(PrinterCallback)
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        made.train()
    shutil.rmtree(folder)
    samples.text("trainer.stdout.log", "Loading checkpoint shards: done\n" + out.getvalue())
    rows = [row for row in made.state.log_history if "learning_rate" in row]
    # Its lines have the epoch as a fraction and no step.
    series = ("learning_rate", "lr", None, "epoch", [r["epoch"] for r in rows], [r["learning_rate"] for r in rows])
    samples.tell("trainer.stdout.log", "jsonl", series)


def lightning_csv(samples):
    folder = tempfile.mkdtemp()
    s = schedule("warmupCosine", 400)
    rows = fit(folder, Module(0.003, s.make, "step"), 8, 50, 1, 10, None)
    metrics = next(Path(folder).rglob("metrics.csv"))
    shutil.copy(metrics, samples.folder / "lightning.csv")
    shutil.rmtree(folder)
    samples.tell("lightning.csv", "csv", ("lr-AdamW", "lr", None, "update", *zip(*rows)))


def float32(rate):
    return torch.tensor(rate, dtype=torch.float32).item()


def tensorboard(samples):
    def keep(file, write, cut=0):
        folder = tempfile.mkdtemp()
        write(folder)
        found = next(Path(folder).glob("events*")).read_bytes()
        (samples.folder / file).write_bytes(found[: len(found) - cut])
        shutil.rmtree(folder)

    rows = ran("warmupLinear", 400, 0.01)[::4]

    def torchs(folder):
        writer = torch.utils.tensorboard.SummaryWriter(folder)
        for step, rates, loss in rows:
            writer.add_scalar("train/loss", loss, step)
            writer.add_scalar("train/lr", rates[0], step)
        writer.add_text("config", "lr: 0.01", 0)
        writer.close()

    keep("events.out.tfevents.torch", torchs)
    steps, rates = [row[0] for row in rows], [float32(row[1][0]) for row in rows]
    samples.tell("events.out.tfevents.torch", "tensorboard", ("train/lr", "lr", None, "update", steps, rates))

    def new_style(folder):
        writer = torch.utils.tensorboard.SummaryWriter(folder)
        for step, rates, _ in rows:
            writer.add_scalar("epoch_learning_rate", rates[0], step, new_style=True)
        writer.close()

    # The last event is cut off, as where a run was killed.
    keep("events.out.tfevents.tensor", new_style, cut=9)
    series = ("epoch_learning_rate", "lr", None, "update", steps[:-1], rates[:-1])
    samples.tell("events.out.tfevents.tensor", "tensorboard", series, truncated=True)

    two = ran("multiStep", 200, 0.1, 0.02)[::2]

    def tensorboard_x(folder):
        writer = tensorboardX.SummaryWriter(folder)
        for step, rates, _ in two:
            for group, rate in enumerate(rates):
                writer.add_scalar(f"lr/group_{group}", rate, step)
            if step % 50 == 0:
                writer.add_histogram("weights", torch.randn(100).numpy(), step)
        writer.close()

    keep("events.out.tfevents.groups", tensorboard_x)
    steps = [row[0] for row in two]
    series = [(f"lr/group_{g}", "lr", g, "update", steps, [float32(row[1][g]) for row in two]) for g in (0, 1)]
    samples.tell("events.out.tfevents.groups", "tensorboard", *series)
