"""`scheduler`, a function of the share of the run that is done."""

from importlib import metadata

import fvcore.common.param_scheduler


def values(code, name, base, steps, updates):
    names = {}
    exec(compile(code, "<converted>", "exec"), names)
    schedule = names[name or "scheduler"]
    return f"fvcore {metadata.version('fvcore')}", [schedule(update / steps) for update in range(updates)]
