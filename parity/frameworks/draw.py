"""Random lengths and fractions for configurations, with the awkward ones drawn on purpose."""


def length(random, most=1_000_000):
    """A number of updates: often 1 or 2, mostly tens to thousands, now and then near `most`."""
    return random.choice([1, 2, *(random.randint(2, min(high, most)) for high in (12, 60, 60, 1000, 20_000, most))])


def part(random, total):
    """A part of `total` updates, such as a warm-up: also none, one, nearly all and all of them."""
    return random.choice([0, 1, total - 1, total, *(random.randint(0, total) for _ in range(8))])


def fraction(random):
    """A fraction, also 0 and 1, round or in full precision."""
    return random.choice([0.0, 1.0, 0.1, 0.5, random.random(), random.random(), random.random()])


def milestones(random, last, most=4):
    """Up to `most` different rising updates in 0…last, at times none."""
    return sorted(random.sample(range(last + 1), min(last + 1, random.randint(0, most))))


def few(random, at, most=6):
    """The first of the sorted positions `at` and up to `most` − 1 others."""
    return at[:1] + sorted(random.sample(at[1:], min(most - 1, len(at) - 1)))


def coarse_metrics(random, count, holes):
    """Falling, noisy, tied, at times negative metrics; with `holes`, NaN too. Quarters are exact in float32."""
    level, made = random.choice([-2.0, 1.0, 4.0]), []
    for _ in range(count):
        level -= random.choice([0, 0, 0, 0.25, 0.5, -0.25])
        made.append(float("nan") if holes and random.random() < 0.1 else level)
    return made
