"""`make_scheduler(optimizer)`; `step_update(t)` after update t, or where it counts epochs `step(t)` after epoch t."""

import timm


def values(code, name, base, steps, updates):
    return f"timm {timm.__version__}", train(code, name, base, updates, step)


def step(scheduler, done):
    # Each answers only where it counts that.
    scheduler.step_update(done)
    scheduler.step(done)
