"""Plain loops that were killed and resumed wrongly."""

from plainRuns import cases, fresh, interrupted, like, resumed, turn
from schedules import LAMBDAS
from training import visible


def restarted(random, name):
    s, steps, per_epoch, base, log = fresh(random, name)
    training, checkpoint, at = interrupted(random, s, steps, base, log)
    again = like(training, random, base)
    again.model.load_state_dict(checkpoint[0]["model"])
    again.optimizer.load_state_dict(checkpoint[0]["optimizer"])
    # The loaded groups hold the rate of that moment; initial_lr came with them, and schedulers start from it.
    for group in again.optimizer.param_groups:
        group["lr"] = group["initial_lr"] if name != "oneCycle" else base
    scheduler = s.make(again.optimizer)
    resumed(again, scheduler, at, steps, log)
    if not visible(s, base, steps, log):
        return False
    cases.add("restarted", name, log, plan=s.plan(), base=base, steps=steps, per_epoch=per_epoch, at=at)
    return True


def rescaled(random, name):
    s, steps, per_epoch, base, log = fresh(random, name)
    training, checkpoint, at = interrupted(random, s, steps, base, log)
    factor = random.choice((1.5, 2, 3, 0.8))
    other = s.longer(factor, warmup=random.random() < 0.3)
    again = like(training, random, base)
    scheduler = other.make(again.optimizer)
    again.optimizer.load_state_dict(checkpoint[0]["optimizer"])
    # Its last_epoch comes back; the functions of LambdaLR are not in its state, so that the new total is in force.
    scheduler.load_state_dict(checkpoint[1])
    end = max(other.total, at + steps // 5)
    resumed(again, scheduler, at, end, log)
    # Audited with the plan of either part.
    meant = random.choice((s, other))
    if not visible(meant, base, meant.total, log):
        return False
    cases.add(
        "rescaled",
        name,
        log,
        plan=meant.plan(),
        base=base,
        steps=meant.total,
        per_epoch=per_epoch,
        at=at,
        before=s.total,
        after=other.total,
        audited="before" if meant is s else "after",
    )
    return True


def wrong_base(random, name):
    s, steps, per_epoch, base, log = fresh(random, name)
    training, checkpoint, at = interrupted(random, s, steps, base, log)
    saved = checkpoint[0]["optimizer"]["param_groups"][0]["lr"]
    if saved < base * 0.02 or saved > base * 0.98:
        return False
    again = like(training, random, base)
    again.optimizer.load_state_dict(checkpoint[0]["optimizer"])
    for group in again.optimizer.param_groups:
        # "param 'initial_lr' is not specified": the cure that is passed around.
        group["initial_lr"] = group["lr"]
    how = turn("wrongBaseOnResume", "last_epoch", "anew")
    if how == "anew":
        scheduler = s.make(again.optimizer)
    elif name in LAMBDAS:
        scheduler = s.make(again.optimizer, last_epoch=at - 1)
    else:
        # A recurrence goes on from the rate in force, which is right.
        return False
    resumed(again, scheduler, at, steps, log)
    if not visible(s, base, steps, log):
        return False
    cases.add(
        "wrongBaseOnResume", name, log, plan=s.plan(), base=base, steps=steps, per_epoch=per_epoch, at=at, how=how
    )
    return True
