"""Exported functions in plain Python."""

import platform

from loop import run

RAN = f"Python {platform.python_version()}"


def values(code, base, steps):
    rate = run(code)["learning_rate"]
    return [rate(step) for step in range(steps)]
