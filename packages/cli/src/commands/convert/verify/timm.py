"""`make_scheduler(optimizer)`; `step_update(t)` after update t."""

import timm


def values(code, name, base, steps, updates):
    return f"timm {timm.__version__}", train(code, name, base, updates, lambda one, done: one.step_update(done))
