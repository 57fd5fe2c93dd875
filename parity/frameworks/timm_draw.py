"""Random options of timm's schedulers, each with its landmarks and its length."""

import math

from draw import fraction, length, milestones


def noise(random, total):
    start = random.randint(0, total)
    noise = {"noise_range_t": random.choice([start, [start, total], [0, max(1, start)], 0])}
    if random.random() < 0.7:
        noise |= {
            "noise_pct": random.choice([0.1, 0.3, 1.5]),
            "noise_seed": random.choice([0, 7, random.getrandbits(33)]),
        }
    return noise | ({"noise_std": random.choice([0.1, 0.5, 2.0])} if random.random() < 0.4 else {})


def warmup(random, rates, total, prefix=True):
    warmup = random.choice([0, 0, 1, total, *(random.randint(0, max(1, total // 3)) for _ in range(5))])
    if warmup == 0:
        return {}
    start = random.choice([0.0, 1e-5, float(f"{rates[0] * random.random():.4g}")])
    config = {"warmup_t": warmup, "warmup_lr_init": start}
    return config | (random.choice([{}, {"warmup_prefix": True}, {"warmup_prefix": False}]) if prefix else {})


def floor(random, rates):
    return random.choice([{}, {"lr_min": 1e-5}, {"lr_min": float(f"{rates[0] * random.random():.4g}")}])


def cycles(random, rates, k=True):
    """What cosine, tanh and poly share: the length, its cycles, the floor, the warm-up, the k-decay."""
    first = length(random)
    config, marks, total = {"t_initial": first}, [first], first
    if random.random() < 0.5:
        limit = random.choice([0, 1, 2, 3, 5])
        times = random.choice([1.0, 2, 2.0, 3, 1.5, 0.5]) if first < 10_000 else 1.0
        config |= {"cycle_limit": limit, "cycle_mul": times, "cycle_decay": random.choice([1.0, 0.5, 0.1, 0.77])}
        lengths = [first * times**i for i in range(max(1, limit))]
        marks = [math.ceil(sum(lengths[: i + 1])) for i in range(len(lengths))]
        total = marks[-1]
    config |= floor(random, rates) | warmup(random, rates, first)
    if k and random.random() < 0.3:
        config["k_decay"] = random.choice([0.5, 2.0, 1.7])
    return config, marks, total


def poly(random, rates):
    config, marks, total = cycles(random, rates)
    return config | random.choice([{}, {"power": 1.0}, {"power": 2}, {"power": 0.9}]), marks, total


def tanh(random, rates):
    config, marks, total = cycles(random, rates, k=False)
    return config | random.choice([{}, {"lb": -3.0, "ub": 2.0}, {"lb": -6, "ub": 0.5}]), marks, total


def step(random, rates):
    every = random.choice([1, 2.5, 30.7, length(random), length(random)])
    config = {"decay_t": every, "decay_rate": random.choice([0.1, 0.5, 0.97, 1.0, fraction(random)])}
    config |= warmup(random, rates, math.ceil(every))
    return config, [math.ceil(every), math.ceil(2 * every)], math.ceil(4 * every)


def multistep(random, rates):
    total = length(random)
    marks = milestones(random, total)
    config = {"decay_t": marks, "decay_rate": random.choice([0.1, 0.5, 1.0, fraction(random)])}
    # A milestone m acts at m - 1.
    return config | warmup(random, rates, total), [mark - 1 for mark in marks], total


def wsd(random, rates):
    total = length(random)
    config = {"t_initial": total, "decay_t": random.choice([1, total, random.randint(1, total), max(1, total // 5)])}
    config |= floor(random, rates) | warmup(random, rates, total, prefix=False)
    config |= random.choice(
        [{}, {"stable_fn": "rsqrt"}, {"stable_fn": "power", "stable_power": random.choice([0.5, 1.3])}]
    )
    config |= {"stable_timescale": length(random, 1000)} if "stable_fn" in config and random.random() < 0.6 else {}
    config["decay_fn"] = random.choice(["linear", "1-sqrt", "cosine", "power", "exp"])
    config |= {"decay_power": random.choice([0.5, 1.0, 2.0])} if config["decay_fn"] == "power" else {}
    config |= {"decay_ratio": random.choice([0.1, 0.01, 0.9])} if config["decay_fn"] == "exp" else {}
    return config, [total - config["decay_t"], total], total
