"""Plain loops that step their scheduler wrongly, or log another step than they made."""

from log import Log
from plainRuns import cases, fresh, turn
from schedules import schedule
from training import Training, advance, draw, visible


def shifted(random, name):
    s, steps, per_epoch, base, log = fresh(random, name)
    training = Training(random, base)
    scheduler = s.make(training.optimizer)
    by = random.choice((1, 1, -1))
    how = random.choice(("logged after", "stepped first")) if by == 1 else "counted from 1"
    for step in range(steps - 1):
        if how == "stepped first":
            scheduler.step()
        training.update()
        if how == "logged after":
            scheduler.step()
            log(step, *training.rates)
        elif how == "stepped first":
            log(step, *training.seen)
        else:
            log(step + 1, *training.seen)
            scheduler.step()
    if not visible(s, base, steps, log):
        return False
    cases.add("shifted", name, log, plan=s.plan(), base=base, steps=steps, per_epoch=per_epoch, by=by, how=how)
    return True


def never(random, name):
    s, steps, per_epoch, base, log = fresh(random, name)
    training = Training(random, base)
    s.make(training.optimizer)
    for step in range(steps):
        training.update()
        log(step, *training.seen)
    if not visible(s, base, steps, log):
        return False
    cases.add("neverScheduled", name, log, plan=s.plan(), base=base, steps=steps, per_epoch=per_epoch)
    return True


def twice(random, name):
    s, steps, per_epoch, base, log = fresh(random, name)
    training = Training(random, base)
    scheduler = s.make(training.optimizer)
    for step in range(steps):
        training.update()
        log(step, *training.seen)
        # In the training step, and once more in the loop around it.
        advance(scheduler)
        advance(scheduler)
    if not visible(s, base, steps, log):
        return False
    cases.add("steppedTwice", name, log, plan=s.plan(), base=base, steps=steps, per_epoch=per_epoch)
    return True


def per_batch(random, name):
    epochs, per_epoch, base = draw(random, random.choice((10, 20, 30)))
    steps = epochs * per_epoch
    s, log = schedule(name, epochs), Log(random, steps, base)
    training = Training(random, base)
    scheduler = s.make(training.optimizer)
    for step in range(steps):
        training.update()
        log(step, *training.seen)
        advance(scheduler)
    if per_epoch < 20:
        return False
    cases.add("steppedPerBatch", name, log, plan=s.plan("epochs"), base=base, steps=steps, per_epoch=per_epoch)
    return True


def per_epoch(random, name):
    epochs, per_epoch, base = draw(random)
    steps = epochs * per_epoch
    s, log = schedule(name, steps), Log(random, steps, base)
    training = Training(random, base)
    scheduler = s.make(training.optimizer)
    for epoch in range(epochs):
        for batch in range(per_epoch):
            training.update()
            log(epoch * per_epoch + batch, *training.seen)
        scheduler.step()
    if not visible(s, base, steps, log):
        return False
    cases.add("steppedPerEpoch", name, log, plan=s.plan(), base=base, steps=steps, per_epoch=per_epoch)
    return True


def stairs(random, name):
    epochs, per_epoch, base = draw(random, random.choice((5, 8, 10, 15)))
    steps = epochs * per_epoch
    s, log = schedule(name, epochs, warmup=max(2, epochs // 5)), Log(random, steps, base)
    training = Training(random, base)
    scheduler = s.make(training.optimizer)
    for epoch in range(epochs):
        for batch in range(per_epoch):
            training.update()
            log(epoch * per_epoch + batch, *training.seen)
        if epoch + 1 < epochs:
            scheduler.step()
    cases.add("stairs", name, log, plan=s.plan("epochs"), base=base, steps=steps, per_epoch=per_epoch)
    return True


def skipped(random, name):
    s, steps, per_epoch, base, log = fresh(random, name)
    training = Training(random, base)
    scheduler = s.make(training.optimizer)
    how = turn("skippedUpdates", "log counts batches", "scheduler counts batches")
    # GradScaler starts too high and skips the first few, then now and then; overflow also comes in bursts.
    burst = random.randrange(steps // 4, steps // 2)
    rate = random.choice((0.01, 0.05, 0.1))
    done = 0
    for batch in range(steps):
        skip = batch < random.choice((3, 4)) or random.random() < rate or burst <= batch < burst + steps // 40
        if how == "log counts batches":
            log(batch, *training.rates)
        elif not skip:
            log(done, *training.rates)
        if not skip:
            training.update()
            done += 1
        if not skip or how == "scheduler counts batches":
            advance(scheduler)
    if not visible(s, base, steps, log):
        return False
    cases.add(
        "skippedUpdates",
        name,
        log,
        plan=s.plan(),
        base=base,
        steps=steps,
        per_epoch=per_epoch,
        how=how,
        skipped=steps - done,
    )
    return True
