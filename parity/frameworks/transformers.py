"""transformers: every SchedulerType through get_scheduler, GreedyLR, and the warm-up steps of TrainingArguments."""

import math
import warnings
from enum import Enum
from importlib import metadata
from types import SimpleNamespace

import host
import transformers_draw
from common import case, finite, positions, rate
from draw import length
from groups import bases, draw, held, sgd
from metrics import metrics

warnings.filterwarnings("ignore")
host.current_torch()


class ExplicitEnum(str, Enum):
    pass


def _optimization():
    """optimization.py among stand-ins for what it imports of its own package, which holds no schedule."""
    kinds = host.pick(_file("trainer_utils.py"), "SchedulerType", ExplicitEnum=ExplicitEnum)
    logging = SimpleNamespace(get_logger=lambda name: None)
    host.stub("transformers.trainer_pt_utils", LayerWiseDummyOptimizer=Enum, LayerWiseDummyScheduler=Enum)
    host.stub("transformers.trainer_utils", SchedulerType=kinds)
    host.stub("transformers.utils", logging=logging)
    return host.load("transformers.optimization", _file("optimization.py"))


def _file(name):
    return host.installed("transformers", f"transformers/{name}")


VERSION = metadata.version("transformers")
RAN = (
    f"transformers/optimization.py from PyPI's transformers {VERSION}, on lr_scheduler.py of PyPI's torch {host.TORCH}"
)
PRECISION = "float64"
UPDATES = "updates: the rate for update at+1"
CASES = 150
MOST = 5
# (num_warmup_steps, num_training_steps): nothing, one, all and more than all of it warm-up.
EDGES = [(0, 1), (1, 1), (0, 2), (1, 2), (2, 2), (0, 10), (9, 10), (10, 10), (12, 10), (0, 0), (3, 0), (0, 1_000_000)]

get_scheduler = _optimization().get_scheduler
get_warmup_steps = host.pick(_file("training_args.py"), "TrainingArguments.get_warmup_steps", math=math)


def schedule(name, options=lambda *_: {}, counts=("num_warmup_steps", "num_training_steps"), cases=CASES):
    """The cases of one SchedulerType; `options` draws its own arguments, `counts` are those that it takes."""

    def drawn_cases(random):
        for i in range(cases):
            warmup, total = EDGES[i] if i < len(EDGES) else _steps(random)
            rates = draw(random, several=0.1)
            default = random.choice([rates[0], rate(random)])
            drawn = {"num_warmup_steps": warmup, "num_training_steps": total}
            config = {key: drawn[key] for key in counts} | options(random, default, warmup, total)
            marks = [warmup, total, *(sum(stages) for stages in [_stages(config)] if stages)]
            at = positions(random, marks, max(total, warmup) * 5 // 4 + 3, MOST)
            # The optimizer's own rate, which some schedules read in place of the group's.
            facts = {**bases(rates), "defaultLr": default}
            yield case(config, lambda: _values(name, rates, default, config, at), **facts, at=at)

    return UPDATES, drawn_cases


def _steps(random):
    total = length(random)
    return random.choice([0, random.randint(0, total), random.randint(0, max(1, total // 10))]), total


def _stages(config):
    if config.get("num_stable_steps") is None or config["num_stable_steps"] < 0:
        return None
    return config["num_warmup_steps"], config["num_stable_steps"]


def _values(name, rates, default, config, at):
    counts = {key: config.get(key) for key in ("num_warmup_steps", "num_training_steps")}
    own = {key: value for key, value in config.items() if key not in counts}
    optimizer = sgd(rates, default)
    scheduler = get_scheduler(name, optimizer, **counts, scheduler_specific_kwargs=own)
    values = []
    for position in at:
        scheduler.step(position)  # LambdaLR asks its function for this very position, however it got there
        values.append(held(optimizer))
    return {"values": values}


def greedy(random):
    for i in range(CASES):
        rates = draw(random, low=1e-3)
        config = transformers_draw.greedy(random, rates)
        config |= {0: {"factor": 1.0}, 1: {"mode": "most"}, 2: {"min_lr": [0.1] * (len(rates) + 1)}}.get(i, {})
        seen = metrics(random, 24)
        yield case(config, lambda: _greedy(rates, config, seen), **bases(rates), metrics=finite(seen))


def _greedy(rates, config, seen):
    optimizer = sgd(rates)
    scheduler = get_scheduler("greedy", optimizer, scheduler_specific_kwargs=config)
    values = [held(optimizer)]
    for metric in seen:
        scheduler.step(metric)
        values.append(held(optimizer))
    return {"values": values}


def warmup_steps(random):
    steps = [0, 1, 2, 0.5, 0.1, 0.03, 0.999, 1.0, 1.5, 100, 250.7]
    for _ in range(CASES):
        config = {"warmup_steps": random.choice([*steps, random.random(), random.randint(1, 5000)])}
        config["num_training_steps"] = length(random)
        arguments = SimpleNamespace(warmup_steps=config["warmup_steps"])
        yield case(config, lambda: {"values": [get_warmup_steps(arguments, config["num_training_steps"])]}, at=[0])


SCHEDULES = {
    "constant": schedule("constant", counts=(), cases=30),
    "constant_with_warmup": schedule("constant_with_warmup", counts=["num_warmup_steps"]),
    "linear": schedule("linear"),
    "cosine": schedule("cosine", transformers_draw.cosine),
    "cosine_with_restarts": schedule("cosine_with_restarts", transformers_draw.restarts),
    "polynomial": schedule("polynomial", transformers_draw.polynomial),
    "inverse_sqrt": schedule("inverse_sqrt", transformers_draw.inverse_sqrt, ["num_warmup_steps"]),
    "cosine_with_min_lr": schedule("cosine_with_min_lr", transformers_draw.floor),
    "cosine_warmup_with_min_lr": schedule("cosine_warmup_with_min_lr", transformers_draw.floor_and_start),
    "warmup_stable_decay": schedule("warmup_stable_decay", transformers_draw.stable),
    "greedy": ("calls of step(metric): values has the rate before the first call, then after each", greedy),
    "get_warmup_steps": ("none: values is the number of warm-up updates", warmup_steps),
}
