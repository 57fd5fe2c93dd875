"""Exported code in fvcore: a function of the share of the run that is done."""

from importlib import metadata

import fvcore.common.param_scheduler  # noqa: F401

RAN = f"fvcore {metadata.version('fvcore')}"


def values(code, base, steps):
    names = {}
    exec(compile(code, "exported", "exec"), names)
    return [names["scheduler"](update / steps) for update in range(steps)]
