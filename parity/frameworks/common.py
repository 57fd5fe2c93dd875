"""What the frameworks' modules share: recording a case, choosing positions, drawing rates."""

import math


def case(config, run, **facts):
    """One case: the configuration, the facts beside it (base, at, …) and what `run()` returns, {"values": […], …}.

    A framework that refuses the configuration, or divides by zero on the way, is recorded with its own error.
    """
    try:
        return {"config": config, **facts, **run()}
    except Exception as error:  # whatever the framework raises is the fact to record
        return {"config": config, **facts, "raises": f"{type(error).__name__}: {error}"[:200]}


def finite(value):
    """A number for JSON: NaN and the infinities become null, lists are walked."""
    if isinstance(value, (list, tuple)):
        return [finite(one) for one in value]
    return value if value is None or math.isfinite(value) else None


def rate(random, low=1e-5, high=1.0):
    """A base rate, log-uniform in full precision."""
    return math.exp(random.uniform(math.log(low), math.log(high)))


def rates(random, most=3, **bounds):
    """One base rate for each of up to `most` groups."""
    return [rate(random, **bounds) for _ in range(random.randint(1, most))]


def positions(random, landmarks, last, most=16):
    """Up to `most` sorted positions in 0…last: 0, 1, each landmark and its neighbours, then random ones."""
    near = [0, 1] + [mark + side for mark in landmarks for side in (-1, 0, 1)]
    chosen = {int(at) for at in near if 0 <= at <= last}
    for _ in range(4 * most):
        if len(chosen) >= min(most, last + 1):
            break
        chosen.add(random.randint(0, last))
    return sorted(chosen)


def stepped(read, step, at):
    """The values that `read()` gives at the sorted positions `at`, with `step()` called once between positions."""
    values, position = [], 0
    for target in at:
        while position < target:
            step()
            position += 1
        values.append(read())
    return values
