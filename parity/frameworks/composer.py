"""Composer: every scheduler of optim/scheduler.py, in all its units of time, with scale_schedule_ratio."""

from importlib import metadata

import host
from common import case, positions, rate
from composerHost import rates
from draw import few, fraction, length, part

VERSION = metadata.version("mosaicml")
RAN = f"composer/optim/scheduler.py and core/time.py from PyPI's mosaicml {VERSION}, on PyPI's torch {host.TORCH}"
PRECISION = "float64"
UPDATES = "batches: the rate for update at+1, stepped after every batch"


def schedule(name, configure):
    """The cases of one scheduler; `configure(random, run)` gives its arguments and its landmarks."""

    def cases(random):
        for _ in range(135):
            run = _run(random)
            config, marks = configure(random, run)
            yield _case(random, config, run, [{"scheduler": name, "config": config}], marks)

    return UPDATES, cases


def several(random):
    """Two schedulers in one trainer."""
    for _ in range(40):
        run = _run(random)
        made = [(name, *configure(random, run)) for name, configure in random.sample(sorted(KINDS.items()), 2)]
        schedulers = [{"scheduler": name, "config": config} for name, config, _ in made]
        yield _case(random, {"schedulers": schedulers}, run, schedulers, [mark for *_, marks in made for mark in marks])


def _case(random, config, run, schedulers, marks):
    run = dict(run)
    total = run.pop("batches")
    ratio = run["scale_schedule_ratio"]
    near = [int(mark * ratio) for mark in [*marks, total]] + [int(mark) for mark in marks]
    at = few(random, positions(random, near, int(total * ratio) + 3), 5)
    base = rate(random)
    return case(config, lambda: {"values": rates(base, run, schedulers, at)}, trainer=run, base=base, at=at)


def _run(random):
    """A run of so many batches, its length in one of the four units."""
    per_epoch, samples, tokens = random.randint(1, 50), random.randint(1, 64), random.randint(1, 5000)
    batches = length(random)
    unit = random.choice(["ep", "ep", "ba", "sp", "tok"])
    if unit == "ep":
        batches = max(1, batches // per_epoch) * per_epoch
    run = {"batches": batches, "dataloader_len": per_epoch, "samples_per_batch": samples, "tokens_per_batch": tokens}
    ratio = random.choice([1.0, 1.0, 1.0, 0.5, 2.0, random.uniform(0.1, 3)])
    return {**run, "max_duration": _in(unit, run, batches), "scale_schedule_ratio": ratio}


def _in(unit, run, batches):
    """So many batches as a time string; epochs are rounded, to none only from none."""
    each = {"ba": 1, "sp": run["samples_per_batch"], "tok": run["tokens_per_batch"]}
    if unit == "dur":
        return f"{batches / run['batches']!r}dur"
    if unit == "ep":
        return f"{max(round(batches / run['dataloader_len']), int(batches > 0))}ep"
    return f"{int(batches) * each[unit]}{unit}"


def _units(run):
    """The units that convert to the same one as the run's length."""
    own = next(unit for unit in ("ep", "ba", "sp", "tok") if run["max_duration"].endswith(unit))
    return ["ba", "ep", "dur"] if own == "ep" else ["ba", "ep"] + ["dur"] * 3 if own == "ba" else [own, "dur"]


def _end(random, run):
    """When something ends: hardly ever at once, which divides by zero."""
    return random.choice([*[max(1, part(random, run["batches"]))] * 29, 0])


def _time(random, run, batches):
    if random.random() < 0.01:
        return "90sec"
    return _in(random.choice(["ba", "ep", "sp", "tok", "dur"]), run, batches)


def _alpha(random):
    return random.choice([0.0, fraction(random), random.random() * 2])


def _power(random):
    return random.choice([1.0, 2.0, random.uniform(0.3, 4)])


def step(random, run):
    size = max(1, part(random, run["batches"]) // random.randint(1, 5))
    return {"step_size": _time(random, run, size), "gamma": random.choice([0.1, random.random()])}, [size, 2 * size]


def multi_step(random, run):
    marks = sorted(part(random, run["batches"]) for _ in range(random.randint(0, 3)))
    config = {"milestones": [_time(random, run, at) for at in marks], "gamma": random.choice([0.1, random.random()])}
    return config, marks


def constant(random, run):
    last = _end(random, run)
    return {"alpha": _alpha(random), "t_max": _time(random, run, last)}, [last]


def linear(random, run):
    last = _end(random, run)
    return {"alpha_i": _alpha(random), "alpha_f": _alpha(random), "t_max": _time(random, run, last)}, [last]


def exponential(random, run):
    period = max(1, part(random, run["batches"]))
    return {"gamma": random.uniform(0.1, 1.1), "decay_period": _time(random, run, period)}, [period]


def cosine(random, run):
    last = _end(random, run)
    return {"t_max": _time(random, run, last), "alpha_f": _alpha(random)}, [last]


def warm_restarts(random, run):
    first = max(1, part(random, run["batches"]) // random.randint(1, 6))
    many = random.choice([*[1.0, 2.0, 1.5, random.uniform(1, 3)] * 4, 0.7])
    config = {"t_0": _time(random, run, first), "t_mult": many, "alpha_f": _alpha(random)}
    return config, [first, first + int(first * many)]


def polynomial(random, run):
    config, marks = cosine(random, run)
    return {"power": _power(random), **config}, marks


def _warm(random, run, last=True):
    """t_warmup and, with `last`, t_max in units that agree; at times in ones that do not, or ending too early."""
    units = _units(run) if random.random() < 0.95 else ["ba", "sp", "tok"]
    warm = part(random, run["batches"])
    config = {"t_warmup": _in(random.choice(units), run, warm), "scale_warmup": random.random() < 0.5}
    if not last:
        return config, [warm]
    end = run["batches"] * random.choice([*[1] * 12, *[2] * 6, 0.5])
    return {**config, "t_max": "1dur" if end == run["batches"] else _in(random.choice(units), run, end)}, [warm, end]


def multi_step_warm(random, run):
    config, marks = multi_step(random, run)
    own, warm = _warm(random, run, last=False)
    return {**config, **own}, [*marks, *warm]


def warmed(**drawn):
    """A scheduler with warm-up whose further arguments are drawn so."""

    def configure(random, run):
        config, marks = _warm(random, run)
        return {**config, **{name: draw(random) for name, draw in drawn.items()}}, marks

    return configure


KINDS = {
    "StepScheduler": step,
    "MultiStepScheduler": multi_step,
    "ConstantScheduler": constant,
    "LinearScheduler": linear,
    "ExponentialScheduler": exponential,
    "CosineAnnealingScheduler": cosine,
    "CosineAnnealingWarmRestartsScheduler": warm_restarts,
    "PolynomialScheduler": polynomial,
    "MultiStepWithWarmupScheduler": multi_step_warm,
    "ConstantWithWarmupScheduler": warmed(alpha=_alpha),
    "LinearWithWarmupScheduler": warmed(alpha_i=_alpha, alpha_f=_alpha),
    "CosineAnnealingWithWarmupScheduler": warmed(alpha_f=_alpha),
    "PolynomialWithWarmupScheduler": warmed(alpha_f=_alpha, power=_power),
}

SCHEDULES = {name: schedule(name, configure) for name, configure in KINDS.items()} | {"several": (UPDATES, several)}
