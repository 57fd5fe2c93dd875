"""fvcore: its parameter schedulers, functions of `where`, the fraction of the run that is done."""

from importlib import metadata

from common import case, positions, rate
from draw import few, fraction, length, milestones
from fvcore.common import param_scheduler as fvcore

VERSION = metadata.version("fvcore")
RAN = f"fvcore/common/param_scheduler.py from PyPI's fvcore {VERSION}"
PRECISION = "float64"
UPDATES = "updates: the value for where = at / updates; schedulers inside a config are {class, config}"
CASES = 150
MOST = 6


def schedule(cls, configure, last=1.0, refused=()):
    """`configure(random, updates)` gives the options and landmarks; `last` is how far the class can be read."""

    def cases(random):
        for i in range(CASES):
            updates = 3_000_000 if i == len(refused) else max(3, length(random))
            config, marks = configure(random, updates)
            config |= refused[i] if i < len(refused) else {}
            end = int(updates * last) - (last == 1.0 and cls in HALF_OPEN)
            at = few(random, positions(random, marks[:3], end, MOST), MOST)
            yield _case(cls, config, at, updates)
        if cls in HALF_OPEN:
            yield _case(cls, configure(random, 100)[0], [0, 100], 100)

    return UPDATES, cases


# Refuse where = 1, or may have a part that does.
HALF_OPEN = {
    "ConstantParamScheduler",
    "StepParamScheduler",
    "StepWithFixedGammaParamScheduler",
    "CompositeParamScheduler",
}


def _case(cls, config, at, updates):
    made = case(config, lambda: {"values": _values(cls, config, at, updates)}, updates=updates, at=at)
    if "values" in made and _early(cls, config, made):
        made["fault"] = "whereEpsilon"
    return made


def _values(cls, config, at, updates):
    scheduler = build({"class": cls, "config": config})
    return [float(scheduler(position / updates)) for position in at]


def _early(cls, config, made):
    """Whether the 1e-6 that is added to `where` brought a change early: without it, another value."""
    epsilon = fvcore.ParamScheduler.WHERE_EPSILON
    try:
        # Enough to keep a quotient at / updates from falling below its own boundary.
        fvcore.ParamScheduler.WHERE_EPSILON = 1e-12
        return _values(cls, config, made["at"], made["updates"]) != made["values"]
    finally:
        fvcore.ParamScheduler.WHERE_EPSILON = epsilon


def build(spec):
    config = {**spec["config"]}
    if "schedulers" in config:
        config["schedulers"] = [build(one) for one in config["schedulers"]]
        config["lengths"] = [*config["lengths"]]  # which the class changes
    return getattr(fvcore, spec["class"])(**config)


def constant(random, updates):
    return {"value": rate(random)}, []


def ends(random, updates):
    return {"start_value": rate(random), "end_value": random.choice([0.0, rate(random)])}, []


def exponential(random, updates):
    return {"start_value": rate(random), "decay": random.choice([0.1, 2.0, random.random()])}, []


def polynomial(random, updates):
    return {"base_value": rate(random), "power": random.choice([1.0, 2.0, 0.9, random.uniform(0.1, 4)])}, []


def multi_step(random, updates):
    if random.random() < 0.3:
        values = [rate(random) for _ in range(random.randint(1, min(5, updates)))]
        width = -(-updates // len(values))
        return {"values": values, "num_updates": updates}, [width, 2 * width]
    marks = [mark for mark in milestones(random, updates - 1) if mark > 0]
    values = [rate(random) for _ in range(len(marks) + 1)]
    if random.random() < 0.3:
        return {"values": values, "milestones": [*marks, updates]}, marks
    return {"values": values, "num_updates": updates, "milestones": marks}, marks


def step(random, updates):
    values = [rate(random) for _ in range(random.randint(1, 6))]
    return {"num_updates": updates, "values": values}, [updates // len(values), 2 * updates // len(values)]


def fixed_gamma(random, updates):
    decays = random.randint(1, 6)
    config = {
        "base_value": rate(random),
        "num_decays": decays,
        "gamma": random.choice([0.1, 0.5, random.random() + 0.01]),
    }
    return config | {"num_updates": updates}, [updates // (decays + 1), 2 * updates // (decays + 1)]


PARTS = {
    "LinearParamScheduler": ends,
    "CosineParamScheduler": ends,
    "ExponentialParamScheduler": exponential,
    "PolynomialDecayParamScheduler": polynomial,
    "MultiStepParamScheduler": multi_step,
    "ConstantParamScheduler": constant,
}


def composite(random, updates):
    """Parts that each take a whole number of updates, or any fraction of them."""
    count = random.choice([1, 2, 2, 3])
    classes = [random.choice(list(PARTS)) for _ in range(count)]
    scaling = [random.choice(["rescaled", "fixed"]) for _ in range(count)]
    cuts = sorted(random.choice([random.randint(1, updates - 1) / updates, fraction(random)]) for _ in range(count - 1))
    lengths = [b - a for a, b in zip([0.0, *cuts], [*cuts, 1.0])]
    parts = [{"class": cls, "config": PARTS[cls](random, updates)[0]} for cls in classes]
    return {"schedulers": parts, "lengths": lengths, "interval_scaling": scaling}, [
        round(cut * updates) for cut in cuts
    ]


def _one(lengths, scaling="fixed"):
    parts = [{"class": "LinearParamScheduler", "config": {"start_value": 1.0, "end_value": 0.0}}]
    return {"schedulers": parts, "lengths": lengths, "interval_scaling": [scaling]}


SCHEDULES = {
    "ConstantParamScheduler": schedule("ConstantParamScheduler", constant),
    "LinearParamScheduler": schedule("LinearParamScheduler", ends, last=1.25),
    "CosineParamScheduler": schedule("CosineParamScheduler", ends, last=1.25),
    "ExponentialParamScheduler": schedule("ExponentialParamScheduler", exponential, last=1.25),
    "PolynomialDecayParamScheduler": schedule("PolynomialDecayParamScheduler", polynomial),
    "MultiStepParamScheduler": schedule(
        "MultiStepParamScheduler",
        multi_step,
        refused=[
            {"num_updates": None, "milestones": None},
            {"values": [1.0, 0.5], "num_updates": 9, "milestones": [10]},
            {"values": [1.0, 0.5, 0.1], "num_updates": 9, "milestones": [5, 3]},
            {"values": [1.0, 0.5], "num_updates": 9, "milestones": [0]},
            {"values": [1.0, 0.5], "num_updates": 9, "milestones": []},
        ],
    ),
    "StepParamScheduler": schedule("StepParamScheduler", step, refused=[{"num_updates": 0}, {"values": []}]),
    "StepWithFixedGammaParamScheduler": schedule(
        "StepWithFixedGammaParamScheduler", fixed_gamma, refused=[{"gamma": 0}, {"num_decays": 0}, {"num_updates": 2.5}]
    ),
    "CompositeParamScheduler": schedule(
        "CompositeParamScheduler", composite, refused=[_one([0.5]), _one([1.0], "stretched"), _one([0.5, 0.5])]
    ),
}
