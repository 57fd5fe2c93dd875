"""fastai: its annealers and their combinations at fractions of a run, and its fit methods update by update."""

from importlib import metadata

from common import case, finite, positions, rate
from draw import few
from fastaiHost import Learner, schedule

VERSION = metadata.version("fastai")
RAN = f"fastai/callback/schedule.py from PyPI's fastai {VERSION}, on Debian's torch; combined ones hold pos in float32"
PRECISION = "float32"
FRACTIONS = "fractions of the run"
UPDATES = "updates: the values for update at+1"


def annealed(name):
    """The cases of one annealer."""

    def cases(random):
        for _ in range(100):
            config = {"start": rate(random), "end": rate(random)}
            if name == "SchedPoly":
                config["power"] = random.choice([1, 2, 0.5, random.uniform(0.3, 4)])
            elif name != "SchedExp" and random.random() < 0.1:
                config["end"] = 0.0
            at = _fractions(random)
            yield case(config, lambda: _read(getattr(schedule, name)(**config), at), at=at)

    return FRACTIONS, cases


def _fractions(random):
    return sorted({0.0, 1.0, *(random.random() for _ in range(4))})


def _read(scheduler, at):
    return {"values": finite([float(scheduler(position)) for position in at])}


def combined(random):
    """combine_scheds over up to four annealers; some of these fractions do not add up to 1 in float64."""
    for _ in range(180):
        cuts = sorted(random.choice([random.random(), random.randint(1, 9) / 10]) for _ in range(random.randint(0, 3)))
        pcts = [end - begin for begin, end in zip([0.0, *cuts], [*cuts, 1.0])]
        pcts = random.choice([*[pcts] * 29, [0.7, 0.2, 0.1], [0.5, 0.6, -0.1]])
        names = ["SchedLin", "SchedCos", "SchedNo", "SchedExp"]
        parts = [{"sched": random.choice(names), "start": rate(random), "end": rate(random)} for _ in pcts]
        config = {"pcts": pcts, "scheds": parts}
        at = _fractions(random)

        def run():
            made = [getattr(schedule, part["sched"])(part["start"], part["end"]) for part in parts]
            return _read(schedule.combine_scheds(pcts, made), at)

        yield case(config, run, at=at)


def combined_cos(random):
    for _ in range(180):
        pct = _start(random)
        config = {"pct": pct, "start": rate(random), "middle": rate(random), "end": rate(random)}
        at = _fractions(random)
        yield case(config, lambda: _read(schedule.combined_cos(**config), at), at=at)


def fitted(name, configure, moms=False):
    """The cases of one fit method; `configure(random)` gives its arguments and the fractions at which it turns."""

    def cases(random):
        for _ in range(150):
            config, turns = configure(random)
            updates = random.choice([1, 2, random.randint(2, 40), random.randint(2, 300)])
            yield _fit(random, name, config, turns, updates, random.choice([1, 1, 3]), moms)

    return UPDATES, cases


def _fit(random, name, config, turns, updates, groups, moms):
    at = []

    def run():
        learner = Learner(groups, updates)
        # JSON has a pair where fastai has a slice: a rate for the first group, and one for the last.
        arguments = {key: slice(*value) if isinstance(value, list) else value for key, value in config.items()}
        getattr(learner, name)(**arguments | ({"moms": config["moms"]} if "moms" in config else {}))
        count = len(learner.seen["lr"])
        marks = [round(turn * count) for turn in turns] + [updates]
        at.extend(few(random, positions(random, marks, count - 1), 8))
        read = lambda key: [_plain(learner.seen[key][update]) for update in at]
        return {"values": read("lr"), **({"momentum": read("mom")} if moms else {}), **_late(config, learner, at)}

    return case(config, run, updatesPerEpoch=updates, groups=groups, at=at)


def _late(config, learner, at):
    """Whether some cycle of fit_sgdr that is read at its very beginning begins one update late."""
    if "cycle_len" not in config:
        return {}
    begins, lengths = 0, [config["cycle_len"] * config["cycle_mult"] ** i for i in range(config["n_cycles"])]
    for length in lengths[:-1]:
        begins += length * learner.updates
        first, before = (learner.seen["lr"][update][-1] for update in (begins, begins - 1))
        if begins in at and first < before:
            return {"fault": "restartInFloat32"}
    return {}


def _plain(numbers):
    return finite([float(one) for one in numbers] if len(numbers) > 1 else float(numbers[0]))


def _peak(random):
    """One rate for all groups, or a pair: the first group's and the last's."""
    low = rate(random)
    return random.choice([low, low, [low, low * random.uniform(1, 100)]])


def _start(random):
    return random.choice([0.25, 0.3, 0.75, *[random.uniform(0.1, 0.9)] * 8, 0.0, 1.0])


def one_cycle(random):
    start = _start(random)
    config = {
        "n_epoch": random.randint(1, 8),
        "lr_max": _peak(random),
        "div": random.choice([25.0, random.uniform(1, 50)]),
        "div_final": random.choice([1e5, random.uniform(1, 1e4)]),
        "pct_start": start,
        "moms": random.choice([[0.95, 0.85, 0.95], [random.uniform(0.5, 0.99) for _ in range(3)]]),
    }
    return config, [start]


def flat_cos(random):
    start = _start(random)
    config = {"n_epoch": random.randint(1, 8), "lr": _peak(random), "pct_start": start}
    return {**config, "div_final": random.choice([1e5, random.uniform(1, 1e4)])}, [start]


def sgdr(random):
    count, length, many = random.randint(1, 4), random.randint(1, 3), random.choice([2, 2, 2, 3, 3, 1])
    config = {"n_cycles": count, "cycle_len": length, "lr_max": _peak(random), "cycle_mult": many}
    whole = sum(many**cycle for cycle in range(count))
    return config, [sum(many**cycle for cycle in range(end)) / whole for end in range(1, count)]


def fine_tune(random):
    config = {
        "epochs": random.randint(1, 6),
        "base_lr": rate(random),
        "freeze_epochs": random.randint(1, 2),
        "lr_mult": random.choice([100, random.uniform(2, 200)]),
        "pct_start": random.uniform(0.1, 0.9),
        "div": random.choice([5.0, random.uniform(1, 30)]),
    }
    return config, [config["freeze_epochs"] / (config["freeze_epochs"] + config["epochs"])]


SCHEDULES = {
    **{name: annealed(name) for name in ("SchedLin", "SchedCos", "SchedNo", "SchedExp", "SchedPoly")},
    "combine_scheds": (FRACTIONS, combined),
    "combined_cos": (FRACTIONS, combined_cos),
    "fit_one_cycle": fitted("fit_one_cycle", one_cycle, moms=True),
    "fit_flat_cos": fitted("fit_flat_cos", flat_cos),
    "fit_sgdr": fitted("fit_sgdr", sgdr),
    "fine_tune": fitted("fine_tune", fine_tune, moms=True),
}
