"""What every target on PyTorch shares: an optimizer, and a training loop that reads its rate."""

from groups import held, sgd


def run(code, **names):
    """The names that the code defines."""
    exec(compile(code, "exported", "exec"), names)
    return names


def made(code):
    """What the code's make_scheduler, or make_schedulers, makes of an optimizer."""
    names = run(code)
    return names.get("make_scheduler") or names["make_schedulers"]


def train(make, base, steps, step=lambda scheduler, done: scheduler.step()):
    """The rate of each update, with a step of the scheduler after it."""
    optimizer = sgd([base])
    scheduler = make(optimizer)
    rates = []
    for update in range(1, steps + 1):
        rates.append(held(optimizer))
        optimizer.step()
        if update < steps:
            step(scheduler, update)
    return rates


def watch(make, base, metrics, step):
    """The rate after each metric."""
    optimizer = sgd([base])
    scheduler = make(optimizer)
    rates = []
    for update, metric in enumerate(metrics, 1):
        optimizer.step()
        step(scheduler, update, metric)
        rates.append(held(optimizer))
    return rates


def step_torch(scheduler, update, metric):
    """A step of ReduceLROnPlateau, and of what warms up until the metric begins to count."""
    warmup, plateau = scheduler if isinstance(scheduler, tuple) else (None, scheduler)
    # What sets the rate must not do so any more.
    if warmup is not None and (metric is None or type(warmup).__name__ != "LambdaLR"):
        warmup.step()
    if metric is not None:
        plateau.step(metric)
