"""Plain loops that use their plan, in the ways in which they log it."""

from log import Log
from plainRuns import cases, fresh, like
from schedules import schedule
from training import Training, draw


def clean(random, name):
    s, steps, per_epoch, base, log = fresh(random, name)
    training = Training(random, base)
    scheduler = s.make(training.optimizer)
    style = random.choice(("before", "used", "next"))
    for step in range(steps):
        if style == "before":
            log(step, *training.rates)
        training.update()
        if style == "used":
            log(step, *training.seen)
        if step + 1 < steps:
            scheduler.step()
            # The number of updates that were made, and the rate of the next.
            if style == "next":
                log(step + 1, *training.rates)
    cases.add("none", name, log, plan=s.plan(), base=base, steps=steps, per_epoch=per_epoch, style=style)
    return True


def clean_epochs(random, name):
    """A schedule in epochs, stepped and logged once in an epoch."""
    epochs = random.choice((20, 30, 60, 90))
    _, per_epoch, base = draw(random)
    per_epoch = min(per_epoch, 10)
    s, log = schedule(name, epochs), Log(random, epochs, base, every=1)
    training = Training(random, base)
    scheduler = s.make(training.optimizer)
    for epoch in range(epochs):
        for _ in range(per_epoch):
            training.update()
        log(epoch, *training.seen)
        if epoch + 1 < epochs:
            scheduler.step()
    cases.add(
        "none",
        name,
        log,
        plan=s.plan("epochs"),
        base=base,
        steps=epochs * per_epoch,
        per_epoch=per_epoch,
        clock="epoch",
    )
    return True


def clean_stairs(random, name):
    """A schedule in epochs that changes only between them, logged at every so many updates."""
    epochs, per_epoch, base = draw(random)
    epochs *= 2
    s, log = schedule(name, epochs), Log(random, epochs * per_epoch, base)
    training = Training(random, base)
    scheduler = s.make(training.optimizer)
    for epoch in range(epochs):
        for batch in range(per_epoch):
            training.update()
            log(epoch * per_epoch + batch, *training.seen)
        scheduler.step()
    steps = epochs * per_epoch
    cases.add("none", name, log, plan=s.plan("epochs"), base=base, steps=steps, per_epoch=per_epoch, style="epochs")
    return True


def clean_resumed(random, name):
    """Killed and resumed with all states; what came after the checkpoint is logged twice."""
    s, steps, per_epoch, base, log = fresh(random, name)
    saved_at = random.randrange(steps // 4, steps * 3 // 4)
    killed_at = min(steps - 2, saved_at + random.choice((0, random.randint(1, steps // 8))))
    training = Training(random, base)
    scheduler = s.make(training.optimizer)
    for step in range(killed_at):
        if step == saved_at:
            checkpoint = training.saved(), scheduler.state_dict()
        training.update()
        log(step, *training.seen)
        scheduler.step()
    if killed_at == saved_at:
        checkpoint = training.saved(), scheduler.state_dict()
    again = like(training, random, base)
    scheduler = s.make(again.optimizer)
    again.optimizer.load_state_dict(checkpoint[0]["optimizer"])
    scheduler.load_state_dict(checkpoint[1])
    log.back()
    for step in range(saved_at, steps):
        again.update()
        log(step, *again.seen)
        if step + 1 < steps:
            scheduler.step()
    cases.add(
        "none", name, log, plan=s.plan(), base=base, steps=steps, per_epoch=per_epoch, at=saved_at, style="resumed"
    )
    return True


def clean_skipped(random, name):
    """Updates are skipped as GradScaler skips them, the scheduler with them, and the log counts updates."""
    s, steps, per_epoch, base, log = fresh(random, name)
    training = Training(random, base)
    scheduler = s.make(training.optimizer)
    done = 0
    for batch in range(int(steps * 1.1)):
        if done + 1 == steps:
            break
        log(done, *training.rates)
        if batch < 2 or random.random() < 0.03:
            continue
        training.update()
        scheduler.step()
        done += 1
    cases.add("none", name, log, plan=s.plan(), base=base, steps=steps, per_epoch=per_epoch, style="skipped")
    return True


def clean_rows(random, name):
    """A log without a step: one row for each update."""
    epochs, per_epoch, base = random.choice((4, 5)), random.choice((20, 25, 30)), draw(random)[2]
    steps = epochs * per_epoch
    s, log = schedule(name, steps), Log(random, steps, base, every=1)
    log.noise = random.choice(("none", "tail"))
    training = Training(random, base)
    scheduler = s.make(training.optimizer)
    for step in range(steps):
        training.update()
        log(step, *training.seen)
        if step + 1 < steps:
            scheduler.step()
    cases.add("none", name, log, plan=s.plan(), base=base, steps=steps, per_epoch=per_epoch, clock="row")
    return True


def clean_groups(random, name):
    s, steps, per_epoch, base, log = fresh(random, name)
    rates = [base, base * random.choice((0.1, 0.5)), base * 2][: random.choice((2, 3))]
    training = Training(random, *rates)
    scheduler = s.make(training.optimizer)
    for step in range(steps):
        training.update()
        log(step, *training.seen)
        if step + 1 < steps:
            scheduler.step()
    cases.add("none", name, log, plan=s.plan(), base=base, steps=steps, per_epoch=per_epoch, bases=rates[1:])
    return True
