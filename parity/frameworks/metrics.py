"""Metric series for controllers that react to them."""

import math


def metrics(random, count, missing=0.02):
    """A wandering metric with runs of gain, ties, plateaus, changes of sign and now and then NaN."""
    metric, series = random.choice([1.0, 100.0, 0.01]), []
    while len(series) < count:
        drift = random.choice([0, 0, -1, 1]) * random.choice([1e-7, 0.001, 0.05, 0.3])
        for _ in range(random.randint(1, 8)):
            metric += drift * (abs(metric) + 0.01)
            series.append(math.nan if random.random() < missing else float(f"{metric:.6g}"))
    return series[:count]
