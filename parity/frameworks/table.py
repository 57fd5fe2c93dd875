"""Writes one framework's table, in that framework's environment: table.py <framework> <file>. See make.py."""

import json
import random
import sys
import time
from pathlib import Path

# This folder comes last, so that timm.py here does not hide the timm that it imports.
HERE = sys.path.pop(0)
sys.path.append(HERE)

import host  # noqa: E402

SEED = 20261122


def table(name, module):
    return {
        "framework": name,
        "version": module.VERSION,
        "ran": module.RAN,
        "seed": SEED,
        "precision": module.PRECISION,
        "schedules": {
            schedule: {"unit": unit, "cases": list(cases(random.Random(f"{SEED} {schedule}")))}
            for schedule, (unit, cases) in module.SCHEDULES.items()
        },
    }


def text(made):
    """JSON with one line a case, so that a changed case is a changed line."""
    schedules = ",\n".join(
        f'{_json(name)}:{{"unit":{_json(one["unit"])},"cases":[\n{_lines(one["cases"])}\n]}}'
        for name, one in made["schedules"].items()
    )
    facts = ",".join(f"{_json(key)}:{_json(value)}" for key, value in made.items() if key != "schedules")
    return f'{{{facts},"schedules":{{\n{schedules}\n}}}}\n'


def _lines(cases):
    return ",\n".join(_json(case) for case in cases)


def _json(value):
    return json.dumps(value, separators=(",", ":"), allow_nan=False, ensure_ascii=False)


def main(name, target):
    began = time.monotonic()
    made = table(name, host.load(f"parity.{name}", Path(HERE, f"{name}.py")))
    Path(target).write_text(text(made), encoding="utf-8")
    cases = [case for one in made["schedules"].values() for case in one["cases"]]
    print(
        f"{name} {made['version']}: {len(made['schedules'])} schedules, {len(cases)} cases,",
        f"{sum('raises' in case for case in cases)} of them refused,",
        f"{Path(target).stat().st_size / 1000:.0f} kB, {time.monotonic() - began:.1f} s",
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
