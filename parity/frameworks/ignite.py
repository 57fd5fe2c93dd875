"""PyTorch-Ignite: its parameter schedulers, their combinations, its wrapper of PyTorch's, its state schedulers."""

import math
import warnings
from types import SimpleNamespace

import host

warnings.filterwarnings("ignore")
host.current_torch()

import ignite  # noqa: E402
import ignite_draw  # noqa: E402
import torch_draw  # noqa: E402
from common import case, finite, positions, stepped  # noqa: E402
from groups import bases, draw, held, sgd  # noqa: E402
from ignite.handlers import param_scheduler, state_param_scheduler  # noqa: E402
from metrics import metrics  # noqa: E402
from torch_drive import build as build_torch  # noqa: E402

VERSION = ignite.__version__
RAN = f"ignite/handlers from PyPI's pytorch-ignite {VERSION}, over lr_scheduler.py of PyPI's torch {host.TORCH}"
PRECISION = "float64"
EVENTS = (
    "events: the rate for update at+1 when attached to ITERATION_STARTED; schedulers inside a config are "
    "{class, config}, those of PyTorch {class, options} as in torchCurrent.json"
)
STATES = "events: the attribute after event at+1, as ITERATION_COMPLETED sets it"
CALLS = "calls: values has the rate before the first call, then after each"
CASES = 150
MOST = 6


def schedule(cls, configure, refused=()):
    def cases(random):
        for i in range(CASES):
            rates = draw(random, several=0.1)
            config, marks, last = configure(random, rates)
            config |= refused[i] if i < len(refused) else {}
            at = positions(random, random.sample(marks, min(2, len(marks))), last, MOST)
            made = case(config, lambda: _values(cls, rates, config, at), **bases(rates), at=at)
            yield made | (_wrapper_fault(rates, made) if cls == "LRScheduler" else {})

    return EVENTS, cases


def _wrapper_fault(rates, made):
    """Whether PyTorch's scheduler gives other rates inside Ignite's wrapper than on its own."""
    optimizer = sgd(rates)
    alone = build_torch(optimizer, made["config"]["lr_scheduler"])
    rows = zip(stepped(lambda: held(optimizer), alone.step, made["at"]), made["values"])
    flat = [(a, b) if isinstance(a, list) else ([a], [b]) for a, b in rows]
    near = all(math.isclose(x, y, rel_tol=1e-12, abs_tol=1e-15) for a, b in flat for x, y in zip(a, b))
    return {} if near else {"fault": "firstValue"}


def _values(cls, rates, config, at):
    optimizer = sgd(rates, momentum=0.9)
    scheduler = _build(optimizer, {"class": cls, "config": config})
    key = config.get("param_name", "lr")
    # The first event sets the value of position 0.
    scheduler(None)
    return {"values": stepped(lambda: held(optimizer, key), lambda: scheduler(None), at)}


def _build(optimizer, spec):
    if "options" in spec:
        return build_torch(optimizer, spec)
    config = {**spec["config"]}
    for key in ("lr_scheduler", "schedulers"):
        if key in config:
            inner = config[key]
            config[key] = [_build(optimizer, one) for one in inner] if key == "schedulers" else _build(optimizer, inner)
    if "milestones_values" in config:  # JSON has no tuples
        config["milestones_values"] = [tuple(pair) for pair in config["milestones_values"]]
    whole = {"ConcatScheduler", "ParamGroupScheduler", "LRScheduler", "create_lr_scheduler_with_warmup"}
    arguments = {} if spec["class"] in whole else {"optimizer": optimizer, "param_name": config.pop("param_name", "lr")}
    return getattr(param_scheduler, spec["class"])(**arguments, **config)


def plateau(random):
    """torch's own options; where min_lr does not arrive is Ignite's fault."""
    snake = {"thresholdMode": "threshold_mode", "minLr": "min_lr"}
    for _ in range(CASES):
        rates = draw(random, several=0.3)
        options, _, count = torch_draw.ReduceLROnPlateau(random, rates)
        config = {snake.get(key, key): value for key, value in options.items()}
        if isinstance(config["min_lr"], list) or config["min_lr"] == 0:
            del config["min_lr"]
        if random.random() < 0.3:
            config["param_group_index"] = random.randrange(len(rates))
        lost = "min_lr" in config and config.get("param_group_index") != 0
        fault = {"fault": "minLr"} if lost else {}
        seen = metrics(random, count)
        yield case(config, lambda: _plateau(rates, config, seen), **bases(rates), **fault, metrics=finite(seen))


def _plateau(rates, config, seen):
    optimizer = sgd(rates)
    scheduler = param_scheduler.ReduceLROnPlateauScheduler(optimizer, "loss", **config)
    values = [held(optimizer)]
    for metric in seen:
        scheduler(SimpleNamespace(state=SimpleNamespace(metrics={"loss": metric})))
        values.append(held(optimizer))
    return {"values": values}


def state(cls, configure):
    def cases(random):
        for _ in range(100):
            config, marks, last = configure(random)
            at = positions(random, marks[:2], last, MOST)
            yield case(config, lambda: _states(cls, config, at), at=at)

    return STATES, cases


def _states(cls, config, at):
    config = {**config}
    if "milestones_values" in config:
        config["milestones_values"] = [tuple(pair) for pair in config["milestones_values"]]
    engine = SimpleNamespace(state=SimpleNamespace())
    scheduler = getattr(state_param_scheduler, cls)(**config, param_name="value", create_new=True)
    scheduler(engine)
    return {"values": stepped(lambda: engine.state.value, lambda: scheduler(engine), at)}


SCHEDULES = {
    "LinearCyclicalScheduler": schedule(
        "LinearCyclicalScheduler",
        ignite_draw.linear_cyclical,
        [{"cycle_size": 1}, {"monotonic": False, "warmup_duration": 2}],
    ),
    "CosineAnnealingScheduler": schedule("CosineAnnealingScheduler", ignite_draw.cyclical, [{"cycle_size": 0}]),
    "PiecewiseLinear": schedule(
        "PiecewiseLinear",
        ignite_draw.piecewise,
        [{"milestones_values": wrong} for wrong in ([], [[5, 1.0], [3, 0.5]], [[1.5, 1.0]])],
    ),
    "ConcatScheduler": schedule("ConcatScheduler", ignite_draw.concat, [{"durations": []}, {"durations": [2.5]}]),
    "ParamGroupScheduler": schedule("ParamGroupScheduler", ignite_draw.per_group),
    "LRScheduler": schedule("LRScheduler", ignite_draw.wrapped),
    "create_lr_scheduler_with_warmup": schedule(
        "create_lr_scheduler_with_warmup", ignite_draw.warmed, [{"warmup_duration": 1}, {"warmup_duration": 2.5}]
    ),
    "ReduceLROnPlateauScheduler": (CALLS, plateau),
    "PiecewiseLinearStateScheduler": state(
        "PiecewiseLinearStateScheduler", lambda random: ignite_draw.piecewise(random, [])
    ),
    "ExpStateScheduler": state("ExpStateScheduler", ignite_draw.exponential),
    "StepStateScheduler": state("StepStateScheduler", ignite_draw.step),
    "MultiStepStateScheduler": state("MultiStepStateScheduler", ignite_draw.multi_step),
}
