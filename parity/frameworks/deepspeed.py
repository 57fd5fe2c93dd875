"""DeepSpeed: runtime/lr_schedules.py on torch's Adam, stepped after every update as its engine does."""

import logging
from importlib import metadata

import host
from common import case, positions, rate
from draw import few, fraction, length
from groups import adam, bases, draw, held, sgd

VERSION = metadata.version("deepspeed")
RAN = f"deepspeed/runtime/lr_schedules.py from PyPI's deepspeed {VERSION}"
PRECISION = "float64"
UPDATES = "updates: what the constructor left for update 1, then what step() left for update at+1"

host.stub("deepspeed.utils", logger=logging.getLogger("deepspeed"))
logging.disable(logging.WARNING)
schedules = host.load("deepspeed.lr_schedules", host.installed("deepspeed", "deepspeed/runtime/lr_schedules.py"))


def stepped(name, configure, examples=()):
    """The cases of one class: the worked examples, then random ones.

    `configure(random, count)` gives the arguments for so many groups, the landmarks and the last position to read.
    """

    def cases(random):
        for config, last in examples:
            yield _case(name, config, [1.0], "Adam", list(range(last + 1)))
        for _ in range(180):
            rates = draw(random)
            config, marks, last = configure(random, len(rates))
            optimizer = random.choice(["Adam", "Adam", "SGD"]) if "cycle_momentum" in config else "Adam"
            yield _case(name, config, rates, optimizer, few(random, positions(random, marks, last), 9))

    return UPDATES, cases


def _case(name, config, rates, optimizer, at):
    def run():
        driven = (sgd if optimizer == "SGD" else adam)(rates)
        scheduler = getattr(schedules, name)(driven, **config)
        made = {"values": []}
        for update in at:
            if update > 0:
                scheduler.step(update - 1)
            made["values"].append(held(driven))
            if config.get("cycle_momentum") and optimizer == "Adam":
                betas = [group["betas"] for group in driven.param_groups]
                made.setdefault("momentum", []).append(betas[0][0] if len(betas) == 1 else [beta for beta, _ in betas])
                made.setdefault("beta2", []).append(betas[0][1])
        return made

    facts = {"optimizer": optimizer} if "cycle_momentum" in config else {}
    return case(config, run, **bases(rates), **facts, at=at)


def _each(random, count, draw_one):
    """One number for all groups, or one for each."""
    return draw_one() if count == 1 or random.random() < 0.5 else [draw_one() for _ in range(count)]


def range_test(random, count):
    size = random.choice([*[length(random)] * 19, 0, 2.5])
    config = {
        "lr_range_test_min_lr": _each(random, count, lambda: rate(random)),
        "lr_range_test_step_size": size,
        "lr_range_test_step_rate": random.choice([1.0, random.uniform(0.1, 5)]),
        "lr_range_test_staircase": random.random() < 0.5,
    }
    return config, [int(size), int(2 * size), int(3 * size)], int(5 * size) + 2


def one_cycle(random, count):
    first = random.choice([*[length(random)] * 29, 0])
    second = random.choice([None, first, length(random), *[length(random)] * 3, 0])
    total = first + (first if second is None else second)
    config = {
        "cycle_min_lr": _each(random, count, lambda: rate(random, high=0.1)),
        "cycle_max_lr": _each(random, count, lambda: rate(random, low=0.01)),
        "decay_lr_rate": random.choice([0.0, 1.0, random.uniform(0, 2)]),
        "cycle_first_step_size": first,
        "cycle_second_step_size": second,
        "cycle_first_stair_count": random.choice([0, 0, 1, 3, random.randint(2, 10)]),
        "cycle_second_stair_count": random.choice([None, 0, 2, random.randint(2, 10)]),
        "decay_step_size": random.choice([0, 1, random.randint(2, 50)]),
        "cycle_momentum": random.random() < 0.7,
        "cycle_min_mom": random.choice([0.8, random.uniform(0.5, 0.85)]),
        "cycle_max_mom": random.choice([0.9, random.uniform(0.85, 0.99)]),
        "decay_mom_rate": random.choice([0.0, 1.0, random.uniform(0, 0.1)]),
    }
    return config, [first, total, total + 1], total * 3 // 2 + 60


def warmup(random, count):
    warm = random.choice([*[length(random)] * 29, 0, 2.5])
    config = {
        "warmup_min_lr": _each(random, count, lambda: random.choice([0.0, rate(random, high=0.01)])),
        "warmup_max_lr": random.choice([None, _each(random, count, lambda: rate(random))]),
        "warmup_num_steps": warm,
        "warmup_type": random.choice([*["log", "linear"] * 10, "cosine"]),
    }
    return config, [int(warm), int(warm) + 1], 2 * int(warm) + 3


def warmup_decay(random, count):
    config, marks, last = warmup(random, count)
    config["warmup_max_lr"] = _each(random, count, lambda: rate(random))
    return _total(random, config, marks, last)


def warmup_cosine(random, count):
    config, marks, last = warmup(random, count)
    del config["warmup_min_lr"], config["warmup_max_lr"]
    ratios = {"warmup_min_ratio": random.choice([0.0, fraction(random)]), "cos_min_ratio": fraction(random)}
    return _total(random, {**config, **ratios}, marks, last)


def _total(random, config, marks, last):
    warm = int(config["warmup_num_steps"])
    total = random.choice([*[warm + length(random)] * 8, warm, max(1, warm - 3)])
    return {**config, "total_num_steps": total}, [*marks, total, total + 1], max(last, total * 5 // 4 + 3)


# Worked examples: warm-up 4, total 8, peak 1.
LINEAR = {"warmup_min_lr": 0.0, "warmup_max_lr": 1.0, "warmup_num_steps": 4, "warmup_type": "linear"}
COSINE = {"total_num_steps": 8, "warmup_num_steps": 4, "cos_min_ratio": 0.1, "warmup_type": "linear"}
CYCLE = {"cycle_min_lr": 0.1, "cycle_max_lr": 1.0, "cycle_first_step_size": 3, "decay_step_size": 2}
RANGE = {"lr_range_test_min_lr": 0.01, "lr_range_test_step_size": 2}

SCHEDULES = {
    "LRRangeTest": stepped("LRRangeTest", range_test, [(RANGE, 4)]),
    "OneCycle": stepped("OneCycle", one_cycle, [({**CYCLE, "decay_lr_rate": 1.0, "cycle_momentum": True}, 9)]),
    "WarmupLR": stepped("WarmupLR", warmup, [(LINEAR, 6), ({**LINEAR, "warmup_type": "log"}, 5)]),
    "WarmupDecayLR": stepped("WarmupDecayLR", warmup_decay, [({**LINEAR, "total_num_steps": 8}, 9)]),
    "WarmupCosineLR": stepped("WarmupCosineLR", warmup_cosine, [(COSINE, 9)]),
}
