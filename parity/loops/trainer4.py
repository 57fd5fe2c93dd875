"""The Trainer of transformers 4.40: it counts whole accumulations in an epoch, and stops when it made so many."""

import tempfile

import torch
import transformers
from torch.optim.lr_scheduler import LambdaLR

from loop import CountingSGD, draw, weight

RAN = f"transformers {transformers.__version__}: Trainer.train"


class _Model(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = weight()

    def forward(self, x):
        return {"loss": (self.weight * x.float().mean()).sum()}


def _cases(random):
    with tempfile.TemporaryDirectory() as folder:
        for index in range(100):
            options = draw(random, index, most_processes=1, epochs=(1, 2, 3, 0.5, 1.5, 2.25, random.uniform(0.1, 3)))
            batches = -(-options["samples"] // options["batchSize"])
            if options["dropLast"]:
                batches = options["samples"] // options["batchSize"]
            if batches == 0:
                continue
            # Fewer batches than one accumulation are the exception: they make an update at the end of the epoch.
            options["lastAccumulation"] = "update" if batches < options["accumulate"] else "drop"
            yield {"options": options, "batches": batches, "steps": _train(options, folder)}


def _train(options, folder):
    model = _Model()
    optimizer = CountingSGD(model.parameters(), lr=0.1)
    trainer = transformers.Trainer(
        model,
        transformers.TrainingArguments(
            folder,
            num_train_epochs=options["epochs"],
            per_device_train_batch_size=options["batchSize"],
            gradient_accumulation_steps=options["accumulate"],
            dataloader_drop_last=options["dropLast"],
            use_cpu=True,
            report_to=[],
            save_strategy="no",
            logging_strategy="no",
            disable_tqdm=True,
        ),
        train_dataset=[{"x": i} for i in range(options["samples"])],
        optimizers=(optimizer, LambdaLR(optimizer, lambda step: 1)),
    )
    trainer.remove_callback(transformers.trainer_callback.PrinterCallback)
    trainer.train()
    if not trainer.state.max_steps == trainer.state.global_step == optimizer.updates:
        raise AssertionError(f"the Trainer counted {trainer.state}, and made {optimizer.updates}")
    return optimizer.updates


LOOPS = {"transformers 4": _cases}
