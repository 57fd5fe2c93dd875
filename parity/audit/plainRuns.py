"""What the plain loops share: what a run draws, how often a bug is run, and how a run is killed."""

import torch

from log import Cases, Log, seeded
from schedules import schedule
from training import Training, advance, draw

cases = Cases("plain", f"PyTorch {torch.__version__}: training loops with torch.optim.lr_scheduler")


def repeat(name, count, names, run):
    """`count` runs of a bug that can be seen, over the schedules in turn."""
    random = seeded(f"plain {name}")
    order = random.sample(names, len(names))
    made = tries = 0
    while made < count:
        made += bool(run(random, order[tries % len(order)]))
        tries += 1
        if tries > 20 * count:
            raise AssertionError(f"{name}: hardly a run shows it")


def turn(bug, *ways):
    """The ways in which a bug comes about, in turn."""
    return ways[sum(case["bug"] == bug for case in cases.cases) % len(ways)]


def fresh(random, name, epochs=None):
    count, per_epoch, base = draw(random, epochs)
    steps = count * per_epoch
    return schedule(name, steps), steps, per_epoch, base, Log(random, steps, base)


def like(training, random, *rates):
    while True:
        again = Training(random, *rates)
        if again.adam == training.adam:
            return again


def interrupted(random, s, steps, base, log):
    """Trains until it is killed, and gives the training, its checkpoint and where it was saved."""
    saved_at = random.randrange(steps // 5, steps * 7 // 10)
    killed_at = min(steps - 2, saved_at + random.choice((0, random.randint(1, steps // 8))))
    training = Training(random, base)
    scheduler = s.make(training.optimizer)
    for step in range(killed_at + 1):
        if step == saved_at:
            checkpoint = training.saved(), scheduler.state_dict()
        if step == killed_at:
            break
        training.update()
        log(step, *training.seen)
        advance(scheduler)
    log.back()
    return training, checkpoint, saved_at


def resumed(training, scheduler, saved_at, steps, log):
    for step in range(saved_at, steps):
        training.update()
        log(step, *training.seen)
        if step + 1 < steps:
            advance(scheduler)
