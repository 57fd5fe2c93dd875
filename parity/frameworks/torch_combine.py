"""PyTorch's schedulers together: in sequence, chained, and several on one optimizer."""

import math

import torch_draw
from groups import draw
from metrics import metrics
from torch_drive import record

FACTORS = ["StepLR", "MultiStepLR", "ConstantLR", "LinearLR", "ExponentialLR", "PolynomialLR"]
PLAIN = [*FACTORS, *FACTORS, "CosineAnnealingLR", "CosineAnnealingLR", "CosineAnnealingWarmRestarts", "LambdaLR"]
RECURRENT = ["MultiplicativeLR", "SWALR"]
CASES = 120


def walk(at, which=0):
    """Calls of step() from 0 that stop to be read at each of the sorted positions."""
    counts = [b - a for a, b in zip([0, *at], at) if b > a]
    return [[which, None] if count == 1 else [which, None, count] for count in counts]


def one(random, cls, bases):
    options, _, last = getattr(torch_draw, cls)(random, bases)
    options |= {"cycleMomentum": False} if cls in ("CyclicLR", "OneCycleLR") else {}
    return {"class": cls, "options": options}, last


def _read(random):
    """Stops among the first updates, where the children change."""
    return walk(sorted(random.sample(range(1, 32), 4)))


def _wrap(random, cls, children):
    options = {"schedulers": children}
    if cls == "SequentialLR":
        options["milestones"] = sorted(random.sample(range(1, 25), len(children) - 1))
    return {"class": cls, "options": options}


def _children(random, bases, kinds, count):
    return [one(random, random.choice(kinds), bases)[0] for _ in range(count)]


def sequential(random):
    for i in range(CASES):
        bases = draw(random, several=0.12)
        kinds = PLAIN if random.random() < 0.8 else [*PLAIN, *RECURRENT, "CyclicLR", "CyclicLR"]
        children = _children(random, bases, kinds, random.choice([2, 2, 3]))
        if i % 8 == 0:
            wrapper = random.choice(["SequentialLR", "ChainedScheduler"])
            inner = _wrap(random, wrapper, _children(random, bases, FACTORS, 2))
            children[random.randrange(len(children))] = inner
        spec = _wrap(random, "SequentialLR", children)
        yield record(str(i), bases, [spec], _read(random), **_sequential_fault(spec))
    for i in range(10):
        bases = draw(random, several=0)
        spec = _wrap(random, "SequentialLR", _children(random, bases, PLAIN, random.choice([2, 3])))
        spec["options"]["milestones"] = [0, 6][: len(spec["options"]["schedulers"]) - 1]
        yield record(f"milestone 0, {i}", bases, [spec], _read(random))
    for i in range(6):
        bases = draw(random, several=0)
        cycle = {"class": "OneCycleLR", "options": {"maxLr": 1.0, "totalSteps": 40, "cycleMomentum": False}}
        spec = _wrap(random, "SequentialLR", [one(random, "LinearLR", bases)[0], cycle][:: random.choice([1, -1])])
        yield record(f"with OneCycleLR {i}", bases, [spec], _read(random), fault="oneCycleTakesTheBase")
    for cls in [*dict.fromkeys(PLAIN), *RECURRENT, "CyclicLR", "OneCycleLR"]:
        yield _single(random, cls, "SequentialLR")
    warm = {"class": "LinearLR", "options": {"startFactor": 0.01, "totalIters": 5}}
    cosine = {"class": "CosineAnnealingLR", "options": {"tMax": 95_000, "etaMin": 1e-4}}
    spec = {"class": "SequentialLR", "options": {"schedulers": [warm, cosine], "milestones": [5]}}
    yield record("far", [0.1], [spec], walk([1, 4, 5, 6, 47_505, 94_999, 95_005, 100_000]))
    for facts in ({"schedulers": [], "milestones": []}, {"schedulers": [warm, cosine], "milestones": []}):
        yield record("refused", [0.1], [{"class": "SequentialLR", "options": facts}], [])
    plateau = {"class": "ReduceLROnPlateau", "options": {}}
    spec = {"class": "SequentialLR", "options": {"schedulers": [warm, plateau], "milestones": [5]}}
    yield record("with plateau", [0.1], [spec], [])


def _sequential_fault(spec):
    """Known faults: wrappers have no value at 0 to return to, CyclicLR sets the rate that those after it find."""
    first, *rest = spec["options"]["schedulers"]
    inner = first["options"].get("schedulers", [])
    if first["class"] == "SequentialLR" or any("schedulers" in child["options"] for child in rest):
        return {"fault": "nested"}
    if any(child["class"] in ("ExponentialLR", "PolynomialLR") for child in inner):
        return {"fault": "nested"}
    return {"fault": "cyclicTakesTheBase"} if first["class"] == "CyclicLR" else {}


def _chained_fault(spec):
    later = spec["options"]["schedulers"][1:]
    return {"fault": "cyclicStart"} if any(child["class"] == "CyclicLR" for child in later) else {}


def _single(random, cls, wrapper):
    """A wrapper of one, which should change nothing; where it does, that is the fault."""
    bases = draw(random, several=0)
    child, last = one(random, cls, bases)
    calls = walk(sorted(random.sample(range(1, last + 1), min(4, last))))
    alone = record("", bases, [child], calls)
    wrapped = record(f"of one {cls}", bases, [_wrap(random, wrapper, [child])], calls)
    near = all(math.isclose(a[0], b[0], rel_tol=1e-12, abs_tol=1e-15) for a, b in zip(alone["rates"], wrapped["rates"]))
    return wrapped if near and alone.get("raises") == wrapped.get("raises") else wrapped | {"fault": "wrapperOfOne"}


def chained(random):
    for i in range(CASES):
        bases = draw(random, several=0.12)
        kinds = [*FACTORS, "CosineAnnealingLR"] if random.random() < 0.75 else [*PLAIN, *RECURRENT, "CyclicLR"]
        children = _children(random, bases, kinds, random.choice([2, 2, 3]))
        if i % 12 == 0:
            children[-1] = _wrap(random, "ChainedScheduler", _children(random, bases, FACTORS, 2))
        spec = _wrap(random, "ChainedScheduler", children)
        yield record(str(i), bases, [spec], _read(random), **_chained_fault(spec))
    for cls in [*dict.fromkeys(PLAIN), *RECURRENT, "CyclicLR", "OneCycleLR"]:
        yield _single(random, cls, "ChainedScheduler")
    constant = {"class": "ConstantLR", "options": {"totalIters": 50_000}}
    exponential = {"class": "ExponentialLR", "options": {"gamma": 0.9999}}
    yield record(
        "far", [0.1], [_wrap(random, "ChainedScheduler", [constant, exponential])], walk([1, 49_999, 50_000, 100_000])
    )
    yield record("refused", [0.1], [_wrap(random, "ChainedScheduler", [])], [])
    plateau = {"class": "ReduceLROnPlateau", "options": {}}
    yield record("with plateau", [0.1], [_wrap(random, "ChainedScheduler", [plateau])], [])


def several(random):
    """Two or three schedulers on one optimizer, each in its turn, at times with a plateau among them."""
    for i in range(CASES // 2):
        bases = draw(random, several=0.2)
        specs = _children(random, bases, [*FACTORS, "CosineAnnealingLR", "LambdaLR"], random.choice([1, 2]))
        turn = [[which, None] for which in range(len(specs))]
        calls = turn * 4
        if random.random() < 0.6 or len(specs) == 1:
            specs.append({"class": "ReduceLROnPlateau", "options": torch_draw.ReduceLROnPlateau(random, bases)[0]})
            specs[-1]["options"] |= {"patience": random.choice([0, 1]), "cooldown": 0}
            seen = [None if math.isnan(metric) else metric for metric in metrics(random, 6)]
            calls = [call for metric in seen for call in [*turn, {"which": len(turn), "metric": metric}]]
        yield record(str(i), bases, specs, calls)
    for i in range(4):
        bases = draw(random, several=0)
        step, cyclic = one(random, "StepLR", bases)[0], one(random, "CyclicLR", bases)[0]
        yield record(f"CyclicLR second {i}", bases, [step, cyclic], [[1, None]] * 3, fault="cyclicStart")
