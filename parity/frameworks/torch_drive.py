"""Builds PyTorch's schedulers from JSON and drives them through a list of calls. The host must be set up before.

A case names its schedulers as {"class": "SequentialLR", "options": {…}}: options have torch's names in camelCase
(T_max is tMax), `schedulers` are built before what wraps them, functions are those of LAMBDAS, by name.
Its calls are [which scheduler, null] for step(), [which, null, n] for step() n times, [which, position] for
step(position), and {"metric": x, "which": i} for step(x) of a ReduceLROnPlateau, where null is NaN.
`rates` has every group's rate when all is built and after each call; `momenta` likewise momentum or betas[0].
"""

import inspect
import math

from torch.optim import lr_scheduler
from torch.optim.swa_utils import SWALR

import groups

LAMBDAS = {
    "0.95**t": lambda t: 0.95**t,
    "1/(1+t)": lambda t: 1 / (1 + t),
    "1/sqrt(1+t)": lambda t: 1 / math.sqrt(1 + t),
    "min(1,(t+1)/10)": lambda t: min(1, (t + 1) / 10),
    "0.5**floor(t/7)": lambda t: 0.5 ** math.floor(t / 7),
    "1": lambda t: 1,
    "0.95": lambda t: 0.95,
    "1.01": lambda t: 1.01,
    "1-1/(t+2)": lambda t: 1 - 1 / (t + 2),
    "t%5==0?0.5:1": lambda t: 0.5 if t % 5 == 0 else 1,
}


def record(name, bases, schedulers, calls, momentum=None, betas=None, **facts):
    """One case. `facts` are fields of its own, such as the fault that it shows."""
    kind = {} if momentum is None else {"momentum": momentum}
    kind |= {} if betas is None else {"betas": betas}
    case = {"name": name, "bases": bases, **kind, "schedulers": schedulers, "calls": calls, **facts, "rates": []}
    if kind:
        case["momenta"] = []
    try:
        _drive(case, groups.adam(bases, **kind) if betas else groups.sgd(bases, **kind))
    except Exception as error:  # what torch refuses is a fact of the case; its rates end there
        case["raises"] = f"{type(error).__name__}: {error}"[:160]
    return case


def _drive(case, optimizer):
    driven = [build(optimizer, spec) for spec in case["schedulers"]]
    _note(case, optimizer, driven)
    for call in case["calls"]:
        if isinstance(call, dict):
            driven[call.get("which", 0)].step(math.nan if call["metric"] is None else call["metric"])
        else:
            which, position, *times = call
            for _ in range(*times or [1]):
                driven[which].step() if position is None else driven[which].step(position)
        _note(case, optimizer, driven)


def _note(case, optimizer, driven):
    case["rates"].append([group["lr"] for group in optimizer.param_groups])
    if "betas" in case:
        case["momenta"].append([group["betas"][0] for group in optimizer.param_groups])
    elif "momentum" in case:
        case["momenta"].append([group["momentum"] for group in optimizer.param_groups])
    if len(driven) == 1 and hasattr(driven[0], "_get_closed_form_lr") and "fault" not in case:
        _drift(case, driven[0])


def _drift(case, scheduler):
    """Where step() after step() has left the class's own closed form by more than the last bits, the case says so."""
    try:
        form = scheduler._get_closed_form_lr()
    except ZeroDivisionError:  # a length of 0, which step() alone survives
        return
    for last, closed, base in zip(case["rates"][-1], form, case["bases"]):
        if abs(last - closed) > 1e-12 * abs(closed) + 1e-15 * base:
            case["fault"] = "drift"


def build(optimizer, spec):
    cls = SWALR if spec["class"] == "SWALR" else getattr(lr_scheduler, spec["class"])
    names = {_camel(name): name for name in inspect.signature(cls.__init__).parameters}
    options = {names[key]: _read(optimizer, key, value) for key, value in spec["options"].items()}
    return cls(optimizer=optimizer, **options)


def _read(optimizer, key, value):
    if key == "schedulers":
        return [build(optimizer, child) for child in value]
    if key == "lrLambda":
        return [LAMBDAS[name] for name in value] if isinstance(value, list) else LAMBDAS[value]
    return value


def _camel(name):
    first, *rest = name.split("_")
    return first.lower() + "".join(word.capitalize() for word in rest)
