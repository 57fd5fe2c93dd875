"""A log as loops keep it: every so many updates, rounded, with holes, with rows without a rate, with its tail lost."""

import json
import math
import os
from pathlib import Path
from random import Random

ROUNDINGS = ("full", "full", "3g", "4g", "5g", "6g", "3e", "8f", "6f")


def seeded(*names):
    """The generator of one bug's runs; AUDIT_SEED in the environment gives others, to try the engine on."""
    return Random(" ".join([*names, os.environ.get("AUDIT_SEED", "")]))


def rounded(rate, rounding):
    return rate if rounding == "full" or math.isnan(rate) else float(f"{rate:.{rounding[0]}{rounding[1]}}")


class Log:
    """What one series of one run logged."""

    def __init__(self, random, updates, base, every=None, rounding=None, plain=False):
        self._random = random
        # A file that every test run reads: at most some hundred rows.
        enough = max(1, math.ceil(updates / 110))
        choices = [every for every in (1, 5, 10, 20, 25, 50) if every >= enough and updates / every >= 24] or [enough]
        self.every = every or random.choice([*choices, "irregular"])
        self.rounding = rounding or random.choice(ROUNDINGS[: 7 if base < 1e-4 else 8 if base < 0.01 else 9])
        self.rows = []
        self.noise = "none" if plain else random.choice(("none", "none", "none", "gap", "nan", "tail"))
        self._next = 0
        self._most = max(3, updates // 30)

    def due(self, step):
        if self.every != "irregular":
            return step % self.every == 0
        if step < self._next:
            return False
        self._next = step + self._random.randint(1, self._most)
        return True

    def back(self):
        """The run goes back to an earlier step."""
        self._next = 0

    def __call__(self, step, *rates):
        if self.due(step):
            self.rows.append((step, *(rounded(float(rate), self.rounding) for rate in rates)))

    def kept(self):
        """The rows that are left of it."""
        rows = list(self.rows)
        if self.noise == "gap":
            start = self._random.randrange(len(rows) // 5, len(rows) // 2)
            del rows[start : start + self._random.randint(2, max(3, len(rows) // 8))]
        elif self.noise == "tail":
            del rows[-self._random.randint(1, max(2, len(rows) // 6)) :]
        elif self.noise == "nan":
            for at in self._random.sample(range(len(rows)), max(1, len(rows) // 10)):
                rows[at] = (rows[at][0], *(math.nan for _ in rows[at][1:]))
        return rows


class Cases:
    """The cases of one kind of loop."""

    def __init__(self, loop, ran):
        self.loop, self.ran, self.cases = loop, ran, []

    def add(
        self, bug, schedule, log, *, plan, base, steps, per_epoch, clock="update", bases=(), names=(), **parameters
    ):
        rows = log.kept()
        number = 1 + sum(case["bug"] == bug for case in self.cases)
        case = {
            "name": f"{self.loop} {bug} {number}",
            "bug": bug,
            "parameters": parameters,
            "schedule": schedule,
            "plan": plan,
            "run": {"base": base, "steps": steps, "stepsPerEpoch": per_epoch},
            "clock": clock,
            "rounding": log.rounding,
            "steps": [row[0] for row in rows],
            "rates": [_json(row[1]) for row in rows],
        }
        if bases:
            case["beside"] = [
                {"base": other, "rates": [_json(row[2 + index]) for row in rows]} for index, other in enumerate(bases)
            ]
        self.cases.append(case)

    def write(self, folder):
        lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in self.cases)
        head = json.dumps({"loop": self.loop, "ran": self.ran}, separators=(",", ":"))[:-1]
        Path(folder, f"{self.loop}.json").write_text(f'{head},"cases":[\n{lines}\n]}}\n')


def _json(rate):
    return None if math.isnan(rate) else rate
