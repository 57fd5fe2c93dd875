"""Random options of transformers' schedules, from the optimizer's rate, the warm-up and the length."""

from draw import fraction


def cycles(random):
    return random.choice([0.5, 0.5, 1, 2, 0.25, 1.5, random.uniform(0.1, 4)])


def cosine(random, base, warmup, total):
    return {} if random.random() < 0.3 else {"num_cycles": cycles(random)}


def restarts(random, base, warmup, total):
    return {} if random.random() < 0.2 else {"num_cycles": random.choice([1, 2, 3, 4, 7, 10])}


def polynomial(random, base, warmup, total):
    end = base * (random.choice([0.0, random.random()]) if random.random() < 0.95 else 1.5)
    power = random.choice([1.0, 2.0, 0.5, random.uniform(0.1, 4)])
    return {} if random.random() < 0.1 else {"lr_end": end, "power": power}


def inverse_sqrt(random, base, warmup, total):
    return random.choice([{}, {"timescale": random.randint(1, 20_000)}, {"timescale": max(1, warmup // 2)}])


def floor(random, base, warmup, total):
    lowest = random.choice([{"min_lr": base * fraction(random)}, {"min_lr_rate": fraction(random)}])
    if random.random() < 0.05:
        lowest = random.choice([{}, {"min_lr": 0.001, "min_lr_rate": 0.1}])
    return lowest | cosine(random, base, warmup, total)


def floor_and_start(random, base, warmup, total):
    start = {} if random.random() < 0.4 else {"warmup_lr_rate": fraction(random)}
    return floor(random, base, warmup, total) | start


def stable(random, base, warmup, total):
    decay = random.choice([0, total - warmup, random.randint(0, max(0, total)), random.randint(0, max(0, total))])
    shapes = ["linear", "cosine", "1-sqrt"]
    config = {
        "num_decay_steps": decay,
        "warmup_type": random.choice(shapes),
        "decay_type": random.choice(shapes if random.random() < 0.97 else ["exponential"]),
        "min_lr_ratio": fraction(random),
    }
    if config["decay_type"] == "cosine" and random.random() < 0.4:
        config["num_cycles"] = cycles(random)
    if random.random() < 0.5:
        config["num_stable_steps"] = random.choice([0, random.randint(0, max(0, total - warmup))])
    return config


def greedy(random, rates):
    config = {
        "mode": random.choice(["min", "max"]),
        "factor": random.choice([0.95, 0.5, 0.9, random.uniform(0.05, 0.99)]),
        "patience": random.choice([0, 1, 2, 3, random.randint(0, 10)]),
        "threshold": random.choice([1e-6, 0.0, 0.01, 0.1]),
        "threshold_mode": random.choice(["abs", "rel"]),
        "cooldown": random.choice([0, 0, 1, 2, 5]),
        "warmup": random.choice([0, 0, 1, 2, 5]),
        "min_lr": random.choice([1e-3, 0.0, _bound(random, rates, 0.05, 1)]),
        "max_lr": random.choice([1.0, _bound(random, rates, 1, 10)]),
        "eps": random.choice([1e-8, 0.0, 1e-3]),
    }
    if random.random() < 0.3:
        config |= {"smooth": True, "window_size": random.choice([1, 2, 5, 50])}
    if random.random() < 0.5:
        config["reset_start"] = random.choice([0, 1, 2, 5])
    return config


def _bound(random, rates, low, high):
    each = [base * random.uniform(low, high) for base in rates]
    return random.choice([each[0], each])
