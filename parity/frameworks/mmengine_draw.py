"""Random configurations of MMEngine's schedulers, each with its landmarks from `begin` and a last position."""

import torch_draw
from torch_draw import gamma, rounded, share, span


def _window(random, length=None, need=False):
    """begin and end; without a length the end is left open. Now and then it is all in epochs of some updates."""
    window = {"begin": random.choice([1, 3, span(random)])} if random.random() < 0.4 else {}
    if length is not None and (need or random.random() < 0.6):
        window["end"] = window.get("begin", 0) + length
    if random.random() < 0.1:
        window["epoch_length"] = random.randint(2, 5)
    return window


def Step(random, bases):
    options, marks, last = torch_draw.StepLR(random, bases)
    size = options["stepSize"]
    return {"step_size": size, "gamma": options["gamma"]} | _window(random, last), marks, last


def MultiStep(random, bases):
    options, marks, last = torch_draw.MultiStepLR(random, bases)
    return options | _window(random, last), marks, last


def Constant(random, bases):
    length = span(random)
    return {"factor": share(random)} | _window(random, length, need=True), [], length


def Linear(random, bases):
    length = span(random)
    config = {"start_factor": share(random), "end_factor": random.choice([1.0, 0.0, share(random)])}
    return config | _window(random, length, need=True), [], length


def Exponential(random, bases):
    length = span(random)
    return {"gamma": gamma(random)} | _window(random, length), [], length


def _floor(random, bases, must=False):
    """A floor by one of its two names, which some classes want."""
    lowest = {"eta_min": torch_draw.floor(random, bases[:1])}
    return random.choice([lowest, {"eta_min_ratio": rounded(random, 0, 1.2)}, lowest if must else {}])


def CosineAnnealing(random, bases):
    length = span(random) + 1
    config = {} if random.random() < 0.4 else {"T_max": span(random)}
    window = _window(random, length, need="T_max" not in config)
    return config | _floor(random, bases) | window, [config.get("T_max", length)], length


def Poly(random, bases):
    length = span(random)
    config = {
        "eta_min": torch_draw.floor(random, bases),
        "power": random.choice([1.0, 2.0, 0.5, rounded(random, 0.1, 4)]),
    }
    return config | _window(random, length, need=True), [], length


def CosineRestart(random, bases):
    periods = [span(random) for _ in range(random.randint(1, 4))]
    weights = [random.choice([1, 0.5, rounded(random, 0.1, 1.2)]) for _ in periods]
    config = {"periods": periods, "restart_weights": weights} | _floor(random, bases, must=True)
    return config | _window(random, sum(periods)), [periods[0], sum(periods[:2])], sum(periods)


def OneCycle(random, bases):
    options, marks, last = torch_draw.OneCycleLR(random, bases)
    names = {
        "maxLr": "eta_max",
        "pctStart": "pct_start",
        "annealStrategy": "anneal_strategy",
        "threePhase": "three_phase",
    }
    names |= {"divFactor": "div_factor", "finalDivFactor": "final_div_factor"}
    config = {names[key]: value for key, value in options.items() if key in names}
    # The end keeps it from going on past the cycle.
    window = _window(random, last + 1, need=True)
    return config | window | random.choice([{}, {"total_steps": last + 1}]), marks, last


# Those with a …Momentum too.
INSIDE = {
    shape.__name__: shape
    for shape in (Step, MultiStep, Constant, Linear, Exponential, CosineAnnealing, Poly, CosineRestart)
}
SHAPES = INSIDE | {"OneCycle": OneCycle}

# One long run of each.
LONG = {"begin": 100, "end": 100_100}
FAR = {
    "Step": {"step_size": 1000, "gamma": 0.97, "begin": 100},
    "MultiStep": {"milestones": [10, 50_000], "gamma": 0.3, "begin": 100},
    "Constant": {"factor": 0.3, **LONG},
    "Linear": {"start_factor": 0.001, **LONG},
    "Exponential": {"gamma": 0.99995, "begin": 100},
    "CosineAnnealing": {"eta_min": 1e-4, **LONG},
    "Poly": {"eta_min": 1e-4, "power": 1.3, **LONG},
    "CosineRestart": {"periods": [20_000, 80_000], "restart_weights": [1, 0.5], "eta_min_ratio": 0.01, "begin": 100},
    "OneCycle": {"eta_max": 1.0, **LONG},
}


def listed(random, bases):
    """Two or three schedulers by type, such as a warm-up and what follows it, and the ends of their windows."""
    configs, marks, start = [], [], 0
    warm = random.randint(2, 12)
    if random.random() < 0.7:
        config = {"type": "LinearLR", "start_factor": share(random), "begin": 0, "end": warm}
        configs.append(config if random.random() < 0.8 else {**config, "type": "ConstantLR", "factor": share(random)})
        if configs[0]["type"] == "ConstantLR":
            del configs[0]["start_factor"]
        marks.append(warm)
        start = random.choice([0, warm])
    for _ in range(random.choice([1, 2])):
        name = random.choice(list(INSIDE))
        config, _, last = INSIDE[name](random, bases)
        config = {key: value for key, value in config.items() if key not in ("begin", "end", "epoch_length")}
        configs.append({"type": f"{name}LR", **config, "begin": start, "end": start + last + 1})
        marks.append(start + last + 1)
        start = random.choice([start, start + last + 1])
    return configs, marks
