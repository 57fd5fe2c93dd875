"""Plain loops with another base rate than planned, groups without a schedule, and warm-up twice."""

import math

import torch
from torch.optim import lr_scheduler

from plainRuns import cases, fresh, interrupted, like, turn
from schedules import LAMBDAS
from training import Training, visible


def scaled(random, name):
    s, steps, per_epoch, base, log = fresh(random, name)
    processes = random.choice((2, 4, 8, 16))
    rule = random.choice(("linear", "linear", "square root"))
    used = base * (processes if rule == "linear" else math.sqrt(processes))
    training = Training(random, used)
    scheduler = s.make(training.optimizer)
    for step in range(steps):
        training.update()
        log(step, *training.seen)
        if step + 1 < steps:
            scheduler.step()
    cases.add(
        "scaled", name, log, plan=s.plan(), base=base, steps=steps, per_epoch=per_epoch, processes=processes, rule=rule
    )
    return True


def unscheduled(random, name):
    """A group added after the scheduler was made, or with an optimizer of its own that has none."""
    s, steps, per_epoch, base, log = fresh(random, name)
    rate = base * random.choice((0.1, 0.5, 1, 1))
    how = turn("groupNeverScheduled", "added later", "own optimizer")
    if how == "added later" and name not in LAMBDAS:
        # A recurrence, such as ExponentialLR, multiplies the rates of all groups that there are.
        return False
    training = Training(random, base)
    scheduler = s.make(training.optimizer)
    head = torch.nn.Linear(4, 1)
    if how == "added later":
        training.optimizer.add_param_group({"params": list(head.parameters()), "lr": rate})
        own = None
    else:
        own = torch.optim.SGD(head.parameters(), lr=rate)
    for step in range(steps):
        head(torch.randn(8, 4)).square().mean().backward()
        training.update()
        if own:
            own.step()
            own.zero_grad()
        other = own.param_groups[0]["lr"] if own else training.seen[1]
        log(step, other, training.seen[0])
        if step + 1 < steps:
            scheduler.step()
    cases.add(
        "groupNeverScheduled",
        name,
        log,
        plan=s.plan(),
        base=rate,
        steps=steps,
        per_epoch=per_epoch,
        bases=[base],
        how=how,
    )
    return True


def warmup_twice(random, name):
    s, steps, per_epoch, base, log = fresh(random, name)
    how = turn("warmupTwice", "within", "before", "resumed")
    if how == "resumed":
        training, checkpoint, at = interrupted(random, s, steps, base, log)
        again = like(training, random, base)
        scheduler = s.make(again.optimizer)
        again.optimizer.load_state_dict(checkpoint[0]["optimizer"])
        scheduler.load_state_dict(checkpoint[1])
        for step in range(at, steps):
            # pytorch_warmup's dampening: the scheduler's rate is multiplied, and its own counter was not saved.
            kept = again.rates
            for group in again.optimizer.param_groups:
                group["lr"] *= min(1, (step - at) / s.warmup)
            again.update()
            for group, rate in zip(again.optimizer.param_groups, kept):
                group["lr"] = rate
            log(step, *again.seen)
            scheduler.step()
        more = {"at": at}
    else:
        training = Training(random, base)
        if how == "within":
            inner = s.make(training.optimizer)
            for step in range(steps):
                kept = training.rates
                for group in training.optimizer.param_groups:
                    group["lr"] *= min(1, step / s.warmup)
                training.update()
                for group, rate in zip(training.optimizer.param_groups, kept):
                    group["lr"] = rate
                log(step, *training.seen)
                inner.step()
        else:
            # A gradual warm-up around a schedule that has one.
            first = lr_scheduler.LinearLR(training.optimizer, 0.001, total_iters=s.warmup)
            training.optimizer.param_groups[0]["lr"] = base
            after = s.make(training.optimizer)
            training.optimizer.param_groups[0]["lr"] = base * 0.001
            for step in range(steps):
                training.update()
                log(step, *training.seen)
                if step + 1 < s.warmup:
                    first.step()
                elif step + 1 == s.warmup:
                    training.optimizer.param_groups[0]["lr"] = after.get_last_lr()[0]
                else:
                    after.step()
        more = {}
    if not visible(s, base, steps, log):
        return False
    cases.add(
        "warmupTwice",
        name,
        log,
        plan=s.plan(),
        base=base,
        steps=steps,
        per_epoch=per_epoch,
        how=how,
        warmup=s.warmup,
        **more,
    )
    return True
