"""Where samples are written, and the runs whose rates they have."""

import json
import math
from pathlib import Path
from random import Random

from schedules import schedule
from training import Training


def ran(name, steps, *bases, seed=1):
    """(step, rates, loss) of every update of a real run."""
    training = Training(Random(seed), *bases)
    scheduler = schedule(name, steps).make(training.optimizer)
    rows = []
    for step in range(steps):
        training.update()
        rows.append((step, training.seen, 0.5 * math.exp(-step / steps)))
        if step + 1 < steps:
            scheduler.step()
    return rows


class Samples:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)

    def tell(self, file, format, *series, **more):
        """What is in a file: each series is (name, key, group, clock, steps, rates)."""
        told = [
            {
                "name": name,
                "key": key,
                **({} if group is None else {"group": group}),
                "clock": clock,
                "steps": list(steps),
                "rates": [None if math.isnan(rate) else rate for rate in rates],
            }
            for name, key, group, clock, steps, rates in series
        ]
        text = json.dumps({"format": format, "series": told, **more}, separators=(",", ":"))
        (self.folder / f"{file}.expected.json").write_text(text + "\n")

    def text(self, file, text):
        (self.folder / file).write_text(text)
