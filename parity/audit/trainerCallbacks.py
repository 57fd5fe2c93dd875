"""What users' callbacks and optimizers do to the Trainer's schedule, or log of it."""

import torch
from torch.optim import lr_scheduler
from transformers import TrainerCallback

from trainerRun import TOTALS, Run, rows, trainer


def also_stepped(random, folder):
    """A callback that steps the scheduler which the Trainer steps already."""
    run = Run(random, TOTALS)

    class Step(TrainerCallback):
        def on_step_end(self, arguments, state, control, lr_scheduler, **_):
            lr_scheduler.step()

    made = trainer(folder, run.arguments, run.batches, [Step()])
    made.train()
    run.add("steppedTwice", rows(run.log, made.state.log_history))


def counted_from_one(random, folder):
    """A callback prints the rate with which an update begins, beside the number that it ends with."""
    run = Run(random, TOTALS)
    run.log.every, run.log.rounding = random.choice((1, 2)), random.choice(("full", "6g"))

    class Print(TrainerCallback):
        def on_step_begin(self, arguments, state, control, optimizer, **_):
            self.rate = optimizer.param_groups[0]["lr"]

        def on_step_end(self, arguments, state, control, **_):
            if state.global_step < 120:
                run.log(state.global_step, self.rate)

    trainer(folder, run.arguments, run.batches, [Print()]).train()
    run.add("shifted", by=-1)


def never(random, folder):
    """A scheduler that the Trainer is given with an optimizer which is not the one that it trains with."""
    run = Run(random, TOTALS)

    def foreign(optimizer):
        other = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=run.base)
        return lr_scheduler.LambdaLR(other, lambda step: 1 - step / run.steps)

    used = []

    class Print(TrainerCallback):
        def on_step_begin(self, arguments, state, control, optimizer, **_):
            used.append((state.global_step, optimizer.param_groups[0]["lr"]))

    trainer(folder, run.arguments, run.batches, [Print()], scheduler=foreign).train()
    run.log.rows = used[:: run.every]
    plan = {"kind": "linear", "from": "1x", "to": 0, "over": run.steps}
    run.add("neverScheduled", name="linear", plan=plan, how="another optimizer")
