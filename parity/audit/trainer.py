"""The Trainer of transformers, really run; what it logs is trainer_state.json's log_history."""

import math
import shutil
import sys
import tempfile
from pathlib import Path

from transformers import TrainerCallback

import trainerCallbacks
from log import seeded
from schedules import TIMED, schedule
from trainerRun import TOTALS, Run, cases, rows, trainer
from training import visible


def clean(random, folder):
    run = Run(random)
    if random.random() < 0.3:
        run.arguments.update(num_train_epochs=99, max_steps=run.steps)
    if random.random() < 0.3:
        run.arguments.pop("warmup_steps")
        run.arguments["warmup_ratio"] = 0.1
        run.warmup = math.ceil(run.steps * 0.1)
    made = trainer(folder, run.arguments, run.batches)
    made.train()
    run.add("none", rows(run.log, made.state.log_history))


def _killed(folder, run, made, at):
    """Trains until a signal comes; trainer_state.json is what the checkpoint has."""

    class Kill(TrainerCallback):
        def on_step_end(self, arguments, state, control, **_):
            control.should_training_stop = control.should_save = state.global_step == at
            return control

    made.add_callback(Kill())
    made.train()
    return str(Path(folder, f"checkpoint-{at}"))


def clean_resumed(random, folder):
    run = Run(random)
    at = random.randrange(run.steps // 4, run.steps * 3 // 4)
    checkpoint = _killed(folder, run, trainer(folder, run.arguments, run.batches), at)
    run.arguments["ignore_data_skip"] = random.random() < 0.5
    again = trainer(folder, run.arguments, run.batches)
    again.train(resume_from_checkpoint=checkpoint)
    run.add("none", rows(run.log, again.state.log_history), at=at, style="resumed")


def rescaled(random, folder):
    """Resumed with more epochs, or with another batch size, which changes the number of updates too."""
    run = Run(random, TOTALS)
    at = random.randrange(run.steps // 4, run.steps * 3 // 4)
    checkpoint = _killed(folder, run, trainer(folder, run.arguments, run.batches), at)
    how = random.choice(("more epochs", "other accumulation"))
    steps = run.steps * 2
    if how == "more epochs":
        run.arguments["num_train_epochs"] = run.epochs * 2
    else:
        run.arguments["gradient_accumulation_steps"] = 2 * run.accumulation
        steps = run.steps // 2
        if at >= steps - 20:
            return False
    again = trainer(folder, run.arguments, run.batches)
    again.train(resume_from_checkpoint=checkpoint)
    assert again.state.max_steps == steps
    audited = random.choice(("before", "after"))
    meant = run.steps if audited == "before" else steps
    run.add("rescaled", rows(run.log, again.state.log_history), steps=meant, at=at, how=how, audited=audited)


def restarted(random, folder):
    """The checkpoint has no scheduler.pt: it was deleted, or a tool kept the model and the optimizer only."""
    run = Run(random)
    at = random.randrange(run.steps // 4, run.steps * 3 // 4)
    checkpoint = _killed(folder, run, trainer(folder, run.arguments, run.batches), at)
    Path(checkpoint, "scheduler.pt").unlink()
    again = trainer(folder, run.arguments, run.batches)
    again.train(resume_from_checkpoint=checkpoint)
    run.add("restarted", rows(run.log, again.state.log_history), at=at)


def own_scheduler(random, folder, bug):
    """A scheduler of the user's own, made for another count than the Trainer's, which steps it once in each update."""
    run = Run(random)
    name = random.choice(TIMED)
    if bug == "steppedPerBatch":
        epochs = run.epochs
        s = schedule(name, 30 if name == "oneCycle" else epochs * 3, 1)
        run.arguments["num_train_epochs"] = epochs
        plan, used = s.plan("epochs"), s
    else:
        run.accumulation = random.choice((2, 4, 8))
        run.arguments["gradient_accumulation_steps"] = run.accumulation
        s = schedule(name, run.steps)
        plan, used = s.plan(), s.longer(run.accumulation, warmup=random.random() < 0.5)
    if name == "oneCycle" and bug == "steppedPerBatch":
        return False
    made = trainer(folder, run.arguments, run.batches, scheduler=used.make)
    made.train()
    log = rows(run.log, made.state.log_history)
    if bug == "countedPerMicroBatch" and not visible(s, run.base, run.steps, log):
        return False
    run.add(bug, log, name=name, plan=plan)


def scaled(random, folder):
    run = Run(random)
    processes = random.choice((2, 4, 8))
    run.arguments["learning_rate"] = run.base * processes
    if run.name == "polynomial":
        return False
    made = trainer(folder, run.arguments, run.batches)
    made.train()
    cases.add(
        "scaled",
        run.name,
        rows(run.log, made.state.log_history),
        plan=run.plan(),
        base=run.base,
        steps=run.steps,
        per_epoch=run.per_epoch,
        processes=processes,
        accumulation=run.accumulation,
        rule="linear",
    )


def repeat(count, run, *more):
    random = seeded(f"trainer {run.__name__} {more}")
    made = 0
    while made < count:
        folder = tempfile.mkdtemp()
        made += run(random, folder, *more) is not False
        shutil.rmtree(folder)


def main(folder):
    repeat(12, clean)
    repeat(5, clean_resumed)
    repeat(8, rescaled)
    repeat(4, restarted)
    repeat(3, own_scheduler, "countedPerMicroBatch")
    repeat(3, own_scheduler, "steppedPerBatch")
    repeat(3, trainerCallbacks.also_stepped)
    repeat(3, trainerCallbacks.counted_from_one)
    repeat(2, scaled)
    repeat(2, trainerCallbacks.never)
    cases.write(folder)


if __name__ == "__main__":
    main(sys.argv[1])
