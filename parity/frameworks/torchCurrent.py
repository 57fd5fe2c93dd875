"""The current PyTorch's own schedulers: step() after step(), step(position), and the faults that are known."""

import math
import warnings

import host

warnings.filterwarnings("ignore")
host.current_torch()

import torch_combine  # noqa: E402
import torch_draw  # noqa: E402
from common import positions  # noqa: E402
from groups import draw  # noqa: E402
from metrics import metrics  # noqa: E402
from torch_drive import record  # noqa: E402

VERSION = host.TORCH
RAN = f"torch/optim/lr_scheduler.py and swa_utils.py from PyPI's torch {VERSION}, on the optimizers of Debian's torch"
PRECISION = "float64"
CALLS = "calls: rates has every group's rate when all is built and after each call; [which, null, n] is step() n times"
CASES = 105
# step(position) on the others: MultiplicativeLR multiplies once more, SWALR counts calls, wrappers take none.
SEEKS = {"LambdaLR", "CyclicLR", "OneCycleLR", "CosineAnnealingWarmRestarts"}
CLOSED = {"StepLR", "MultiStepLR", "ConstantLR", "LinearLR", "ExponentialLR", "PolynomialLR", "CosineAnnealingLR"}
MOMENTA = {"CyclicLR", "OneCycleLR"}


def alone(cls, edges=(), far=None, reach=100_000, cases=CASES):
    """One class on its own: random cases, then edges (options, calls, facts), then `far` up to the step `reach`."""

    def drawn(random):
        make = getattr(torch_draw, cls)
        for i in range(cases):
            bases = draw(random, several=0.12)
            options, marks, last = make(random, bases)
            options, kind = torch_draw.momenta(random, options) if cls in MOMENTA else (options, {})
            at = positions(random, marks, last, 6)
            calls = torch_combine.walk(sorted(random.sample(at, min(4, len(at)))))
            if cls in SEEKS | CLOSED and random.random() < 0.4:
                calls = _seeks(random, cls, options, last)
            yield _one(str(i), bases, cls, options, calls, **kind, **_restart_fault(cls, options, calls))
        for i, (options, calls, facts) in enumerate(edges):
            bases = draw(random, several=0)
            yield _one(f"edge {i}", facts.get("bases", bases), cls, options, calls, **_without(facts, "bases"))
        if far is not None:
            at = positions(random, [reach // 2], reach, 6)
            yield _one("far", [0.1], cls, far, torch_combine.walk(at + [reach] * (at[-1] < reach)))
        if far is not None and cls in SEEKS | CLOSED:
            calls = [[0, e] for e in positions(random, [reach], 10 * reach if cls != "OneCycleLR" else reach, 8)]
            yield _one("far, by position", [0.1], cls, far, calls)

    return CALLS, drawn


def _without(facts, key):
    return {name: fact for name, fact in facts.items() if name != key}


def _one(name, bases, cls, options, calls, **facts):
    return record(name, bases, [{"class": cls, "options": options}], calls, **facts)


def _seeks(random, cls, options, last):
    """Positions in any order with step() after some, then fractions, after which no step() is asked for."""
    calls = []
    for _ in range(2):
        calls.append([0, random.randint(0, last)])
        # OneCycleLR ends at its last step.
        calls += [[0, None]] if calls[-1][1] < last and random.random() < 0.6 else []
    return calls + [[0, random.randint(0, 8 * last) / 8] for _ in range(2)]


def _restart_fault(cls, options, calls):
    """Whether the rounding of a logarithm put some position into the wrong cycle."""
    if cls != "CosineAnnealingWarmRestarts" or options["tMult"] == 1:
        return {}
    first, times = options["t0"], options["tMult"]
    for position in (call[1] for call in calls if call[1] is not None and call[1] >= first):
        cycle, start = 0, 0
        while position >= start + first * times**cycle:
            start, cycle = start + first * times**cycle, cycle + 1
        if cycle != int(math.log(position / first * (times - 1) + 1, times)):
            return {"fault": "restartByLogarithm"}
    return {}


def plateau(random):
    edges = [{"factor": 1.0}, {"mode": "most"}, {"thresholdMode": "most"}, {"minLr": [0.1, 0.2, 0.3, 0.4]}]
    for i in range(CASES):
        bases = draw(random, several=0.12)
        options, _, count = torch_draw.ReduceLROnPlateau(random, bases)
        options |= edges[i] if i < len(edges) else {}
        seen = [None if math.isnan(metric) else metric for metric in metrics(random, count)]
        calls = [{"metric": metric} for metric in seen]
        yield _one(str(i), bases, "ReduceLROnPlateau", options, calls)


STEPS = [[0, None]]
CYCLE = {"maxLr": 1.0, "cycleMomentum": False}
PAST = {"fault": "oneCyclePastEnd"}
SHORT = {"fault": "oneCycleShortRise"}
RESTARTS = [[0, e] for e in (9, 10, 39, 40, 129, 130, 399, 400, 1209, 1210, 1211)]
CYCLIC = {"baseLr": 0.001, "maxLr": 0.5, "stepSizeUp": 2, "cycleMomentum": False}

SCHEDULES = {
    "LambdaLR": alone("LambdaLR", far={"lrLambda": "1/sqrt(1+t)"}, cases=100),
    "MultiplicativeLR": alone("MultiplicativeLR", far={"lrLambda": "1-1/(t+2)"}),
    "StepLR": alone(
        "StepLR", [({"stepSize": 0}, STEPS, {}), ({"stepSize": 2}, STEPS * 5, {})], {"stepSize": 1000, "gamma": 0.97}
    ),
    "MultiStepLR": alone(
        "MultiStepLR",
        [({"milestones": [2, 2, 4], "gamma": 0.1}, STEPS * 5, {"bases": [1.0]}), ({"milestones": [0]}, STEPS * 2, {})],
        {"milestones": [10, 50_000, 400_000], "gamma": 0.3},
    ),
    "ConstantLR": alone(
        "ConstantLR",
        [
            ({"factor": 0.5, "totalIters": 0}, STEPS * 3, {"fault": "constantWithoutEnd"}),
            ({"factor": 0.0, "totalIters": 3}, STEPS * 5, {"fault": "constantZero"}),
            ({"factor": 1.5}, [], {}),
            ({"factor": -0.5}, [], {}),
            ({}, STEPS * 6, {}),
        ],
        {"factor": 0.3, "totalIters": 50_000},
    ),
    "LinearLR": alone(
        "LinearLR",
        [
            ({"startFactor": 0.5, "totalIters": 0}, STEPS * 3, {"fault": "linearWithoutEnd"}),
            ({"startFactor": 0.0}, [], {}),
            ({"startFactor": 1.5}, [], {}),
            ({"endFactor": 1.5}, [], {}),
            ({}, STEPS * 6, {}),
        ],
        {"startFactor": 0.001, "totalIters": 100_000},
    ),
    "ExponentialLR": alone("ExponentialLR", far={"gamma": 0.99995}, cases=100),
    "PolynomialLR": alone(
        "PolynomialLR",
        [({"totalIters": 0}, STEPS * 3, {}), ({"totalIters": 0}, [[0, 1]], {}), ({}, STEPS * 6, {})],
        {"totalIters": 100_000, "power": 1.3},
    ),
    "CosineAnnealingLR": alone(
        "CosineAnnealingLR",
        [({"tMax": 0}, STEPS, {}), ({"tMax": 4, "etaMin": 0.01}, STEPS * 11, {"bases": [0.1]})],
        {"tMax": 100_000, "etaMin": 0.001},
    ),
    "CosineAnnealingWarmRestarts": alone(
        "CosineAnnealingWarmRestarts",
        [
            ({"t0": 10, "tMult": 3}, RESTARTS, {"fault": "restartByLogarithm"}),
            ({"t0": 0}, [], {}),
            ({"t0": 2.5}, [], {}),
            ({"t0": 3, "tMult": 0}, [], {}),
            ({"t0": 3}, [[0, -1]], {}),
        ],
        {"t0": 10_000, "tMult": 2, "etaMin": 0.001},
    ),
    "CyclicLR": alone(
        "CyclicLR",
        [
            ({**CYCLIC, "cycleMomentum": True, "mode": "round"}, [], {"momentum": 0.9}),
            ({**CYCLIC, "maxLr": [1.0, 2.0]}, [], {}),
            ({**CYCLIC, "baseLr": 0, "maxLr": 1, "stepSizeDown": 4}, STEPS * 7, {}),
        ],
        {**CYCLIC, "stepSizeUp": 20_000, "stepSizeDown": 30_000, "mode": "triangular2"},
    ),
    "OneCycleLR": alone(
        "OneCycleLR",
        [
            ({**CYCLE, "totalSteps": 10}, STEPS * 11, PAST),
            ({**CYCLE, "totalSteps": 10, "annealStrategy": "linear"}, STEPS * 11, PAST),
            ({**CYCLE, "totalSteps": 20, "annealStrategy": "linear", "threePhase": True}, STEPS * 21, PAST),
            ({**CYCLE, "totalSteps": 10, "pctStart": 0.0}, STEPS * 9, SHORT),
            ({**CYCLE, "totalSteps": 10, "pctStart": 0.05}, STEPS * 9, SHORT),
            ({**CYCLE, "totalSteps": 10, "pctStart": 0.1}, STEPS * 9, SHORT),
            ({**CYCLE, "totalSteps": 1}, [], SHORT),
            ({**CYCLE, "totalSteps": 0}, [], {}),
            ({**CYCLE, "totalSteps": 2.5}, [], {}),
            ({**CYCLE, "totalSteps": 9, "pctStart": 1.5}, [], {}),
            (CYCLE, [], {}),
        ],
        {**CYCLE, "totalSteps": 100_001},
    ),
    "SequentialLR": (CALLS, torch_combine.sequential),
    "ChainedScheduler": (CALLS, torch_combine.chained),
    "ReduceLROnPlateau": (CALLS, plateau),
    "SWALR": alone("SWALR", [({"swaLr": 0.1, "annealEpochs": -1}, [], {})], {"swaLr": 0.01, "annealEpochs": 50_000}),
    "several on one optimizer": (CALLS, torch_combine.several),
}
