"""MMEngine: every …LR, the …Momentum of each shape, lists of schedulers in windows, and epochs turned into updates."""

import warnings
from importlib import metadata

import host
import torch_draw
from common import case, finite, positions, stepped
from draw import few
from groups import adam, bases, draw, held, sgd
from metrics import metrics
from mmengine_draw import FAR, INSIDE, SHAPES, listed

warnings.filterwarnings("ignore")


class Registry:
    def register_module(self):
        return lambda cls: cls


def _load():
    """The scheduler's own files, without the package around them."""
    host.stub("mmengine.logging", print_log=None)
    host.stub("mmengine.registry", PARAM_SCHEDULERS=Registry())
    host.stub("mmengine.optim", BaseOptimWrapper=Registry)
    host.stub("mmengine.optim.scheduler")
    for name in ("param_scheduler", "lr_scheduler", "momentum_scheduler"):
        path = host.installed("mmengine", f"mmengine/optim/scheduler/{name}.py")
        yield host.load(f"mmengine.optim.scheduler.{name}", path)


_, lr, momentum = _load()

VERSION = metadata.version("mmengine")
RAN = f"mmengine/optim/scheduler from PyPI's mmengine {VERSION}, on the optimizers of Debian's torch"
PRECISION = "float64"
UPDATES = (
    "updates, or epochs: the rate (or momentum) for update at+1, with step() after each; "
    "with epoch_length, what build_iter_from_epoch makes of the rest"
)
MOST = 6


def schedule(cls, count, refused=()):
    shape, module = cls.removesuffix("LR").removesuffix("Momentum"), lr if cls.endswith("LR") else momentum

    def cases(random):
        for i in range(count):
            values = draw(random, several=0.12) if module is lr else [round(random.uniform(0.5, 0.99), 4)]
            config, marks, last = SHAPES[shape](random, values)
            begin, end = config.get("begin", 0), config.get("end", last)
            config |= refused[i] if i < len(refused) else {}
            length = config.get("epoch_length", 1)
            marks = [begin, end - 1, *(begin + mark for mark in marks[:2])]
            at = positions(random, [mark * length for mark in marks], (max(last + begin, end) + 3) * length, MOST)
            at = few(random, at, MOST)
            kind = random.choice(["momentum", "betas"]) if module is momentum else None
            facts = {**bases(values), **({"optimizer": kind} if kind else {})}
            yield case(config, lambda: _values(module, cls, values, kind, config, at), **facts, at=at)
        if module is lr:
            at = [0, 99, 100, 101, 20_099, 20_100, 50_000, 50_100, 75_000, 100_098, 100_099, 100_100]
            yield case(FAR[shape], lambda: _values(module, cls, [0.1], None, FAR[shape], at), base=0.1, at=at)

    return UPDATES, cases


def _optimizer(values, kind):
    if kind == "betas":
        return adam([0.1], betas=(values[0], 0.999))
    return sgd([0.1], momentum=values[0]) if kind else sgd(values)


def _build(module, cls, optimizer, config):
    make = getattr(module, cls)
    return (make.build_iter_from_epoch if "epoch_length" in config else make)(optimizer, **config)


def _values(module, cls, values, kind, config, at):
    optimizer = _optimizer(values, kind)
    scheduler = _build(module, cls, optimizer, config)
    # Of Adam, what it really uses: its first beta.
    read = {"betas": lambda: optimizer.param_groups[0]["betas"][0], "momentum": lambda: held(optimizer, "momentum")}
    return {"values": stepped(read.get(kind, lambda: held(optimizer)), scheduler.step, at)}


def lists(random):
    """Several schedulers on one optimizer, in order, as a list in a configuration."""
    for _ in range(150):
        rates = draw(random, several=0.12)
        config, marks = listed(random, rates)
        at = positions(random, [], max(marks) + 5, 4) + [mark + side for mark in marks for side in (-1, 0)]
        at = few(random, sorted({position for position in at if position >= 0}), 7)
        yield case({"schedulers": config}, lambda: _listed(rates, config, at), **bases(rates), at=at)


def _listed(rates, config, at):
    optimizer = sgd(rates)
    schedulers = [_build(lr, one["type"], optimizer, {k: v for k, v in one.items() if k != "type"}) for one in config]
    return {"values": stepped(lambda: held(optimizer), lambda: [one.step() for one in schedulers], at)}


def plateau(random):
    names = {"thresholdMode": "threshold_rule", "minLr": "min_value", "mode": "rule"}
    rules = {"min": "less", "max": "greater"}
    edges = [{"factor": 1.0}, {"rule": "most"}, {"threshold": -1}, {"threshold_rule": "most"}]
    for i in range(150):
        rates = draw(random, several=0.12)
        options, _, count = torch_draw.ReduceLROnPlateau(random, rates)
        config = {names.get(key, key): value for key, value in options.items()}
        config |= {"rule": rules[config["rule"]]} | (edges[i] if i < len(edges) else {})
        # Its first best is 1e9, not infinity.
        unit = 1e11 if i % 20 == 5 else 1
        seen = [metric * unit for metric in metrics(random, count)]
        yield case(config, lambda: _plateau(rates, config, seen), **bases(rates), metrics=finite(seen))


def _plateau(rates, config, seen):
    optimizer = sgd(rates)
    scheduler = lr.ReduceOnPlateauLR(optimizer, **config)
    values = [held(optimizer)]
    for metric in seen:
        scheduler.step()
        scheduler.step({"loss": metric})
        values.append(held(optimizer))
    return {"values": values}


NEVER = [{"begin": 5, "end": 5}]
RATIO = [*NEVER, {"eta_min": 0.1, "eta_min_ratio": 0.1}]
REFUSED = {
    "Step": NEVER,
    "MultiStep": NEVER,
    "Constant": [*NEVER, {"factor": 1.5}, {"factor": -0.5}, {"factor": 0.0}],
    "Linear": [*NEVER, {"start_factor": 0.0}, {"start_factor": 1.5}, {"end_factor": 1.5}],
    "Exponential": NEVER,
    "CosineAnnealing": RATIO,
    "Poly": NEVER,
    "CosineRestart": [*RATIO, {"eta_min": None, "eta_min_ratio": None}, {"restart_weights": []}],
    "OneCycle": [*NEVER, {"pct_start": 1.5}, {"anneal_strategy": "round"}, {"total_steps": 0}],
}

SCHEDULES = (
    {f"{shape}LR": schedule(f"{shape}LR", 150, REFUSED[shape]) for shape in SHAPES}
    | {f"{shape}Momentum": schedule(f"{shape}Momentum", 40) for shape in INSIDE}
    | {
        "ReduceOnPlateauLR": ("epochs: values has the rate before the first metric, then after each", plateau),
        "list": (UPDATES, lists),
    }
)
