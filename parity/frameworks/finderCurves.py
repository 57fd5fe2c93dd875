"""Random recorded losses of learning-rate searches: usual ones, noisy, flat, falling, rising, diverging, short ones."""

import math

# Losses are whole numbers of these, so that they are short in JSON and exact in float32.
UNIT = 4096


def curve(random, count):
    """`count` losses in 4096ths; None is NaN, which only comes last."""
    shape = random.choice(["usual"] * 6 + ["noise", "flat", "falling", "rising", "diverging", "nan"])
    start, depth = random.uniform(0.5, 8), random.uniform(0.1, 0.9)
    fall, rise = sorted((random.uniform(0.1, 0.8), random.uniform(0.5, 1.0)))
    if shape == "diverging":
        rise = random.uniform(0, 0.2)
    # Never quite none, so that rounding does not decide between points; a flat curve is all ties.
    noise = 0 if shape == "flat" else start * random.choice([0.001, 0.003, 0.03, 0.2])
    losses = []
    for index in range(count):
        way = index / max(count - 1, 1)
        loss = start
        if shape not in ("noise", "flat", "rising", "diverging"):
            loss -= start * depth / (1 + math.exp(-25 * (way - fall)))
        if shape not in ("noise", "flat", "falling") and way > rise:
            loss += start * (math.exp(min(12 * (way - rise), 6)) - 1)
        if shape != "flat" and random.random() < 0.02:
            loss *= random.uniform(1, 5)
        losses.append(max(round(UNIT * (loss + random.gauss(0, 1) * noise)), 1))
    if shape == "nan":
        cut = random.randint(0, count)
        losses[cut:] = [None] * (count - cut)
    return losses


def number(loss):
    return math.nan if loss is None else loss / UNIT
