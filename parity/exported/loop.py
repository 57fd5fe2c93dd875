"""What every target on PyTorch shares: an optimizer, and a training loop that reads its rate."""

from groups import held, sgd


def run(code, **names):
    """The names that the code defines."""
    exec(compile(code, "exported", "exec"), names)
    return names


def made(code):
    """What the code's make_scheduler makes of an optimizer."""
    return lambda optimizer: run(code)["make_scheduler"](optimizer)


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
