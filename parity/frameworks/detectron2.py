"""detectron2: what build_lr_scheduler makes of SOLVER, the two legacy classes and DeepLab's.

detectron2 is on no registry under its own name. The wheel sal-detectron2 carries it; its three files that are run here
are, byte for byte, those of facebookresearch/detectron2 at 02b5c4e2 (2026-06-06).
"""

import logging
import warnings
from types import SimpleNamespace

import host

warnings.filterwarnings("ignore")
logging.disable()
host.current_torch()

from common import case, positions, rate  # noqa: E402
from draw import few, length, milestones, part  # noqa: E402
from groups import bases, draw, held, sgd  # noqa: E402

VERSION = "0.6"
WHEEL = "0.7.2"
RAN = (
    f"detectron2/solver and projects/deeplab of PyPI's sal-detectron2 {WHEEL} (the files of detectron2 {VERSION}+main) "
    f"on fvcore 0.1.5.post20221221 and lr_scheduler.py of PyPI's torch {host.TORCH}"
)
PRECISION = "float64"
UPDATES = "updates: the rate for update at+1; a config in capitals is SOLVER"
CASES = 150
MOST = 7


def _load():
    """The solver's own files, without the package around them."""
    host.stub("detectron2.config", CfgNode=SimpleNamespace)
    host.stub("detectron2.utils.env", TORCH_VERSION=(2, 0))
    host.stub("detectron2.solver")
    with host.wheel("sal_detectron2", WHEEL, "any", "3.10") as text:
        for name in ("solver.lr_scheduler", "solver.build", "projects.deeplab.lr_scheduler"):
            host.stub(f"detectron2.{name.rpartition('.')[0]}")
            path = f"detectron2/{name.replace('.', '/')}.py"
            yield host.run(f"detectron2.{name}", text.read(path).decode(), path)


legacy, solver, deeplab = _load()


def _config(random, total):
    """The warm-up as a configuration has it: iterations, of which there may be more than the run has."""
    warmup = random.choice([0, part(random, total), random.randint(0, max(1, total // 4)), total + 3])
    return {
        "WARMUP_FACTOR": random.choice([0.001, 0.01, 1 / 3, random.random()]),
        "WARMUP_ITERS": warmup,
        "WARMUP_METHOD": random.choice(["linear", "linear", "constant"]),
        "RESCALE_INTERVAL": random.random() < 0.4,
        "MAX_ITER": total,
    }


def solved(name, configure):
    def cases(random):
        for i in range(CASES):
            rates = draw(random, several=0.12)
            total = max(3, length(random))
            config = {"LR_SCHEDULER_NAME": name, **_config(random, total)}
            own, marks = configure(random, total, rates)
            config |= own | ({"WARMUP_METHOD": "burn_in"} if i == 0 else {})
            warmup = config["WARMUP_ITERS"]
            at = few(random, positions(random, [warmup, *marks[:2]], total - 1, MOST), MOST)

            def build(optimizer):
                return solver.build_lr_scheduler(SimpleNamespace(SOLVER=SimpleNamespace(**config)), optimizer)

            made = case(config, lambda: _values(build, rates, at), **bases(rates), at=at)
            yield made | _epsilon_fault(config, made, build, rates)

    return UPDATES, cases


def _epsilon_fault(config, made, build, rates):
    """Whether the 1e-6 that fvcore adds to `where` brought a change early: without it, other values."""
    fvcore = solver.MultiStepParamScheduler.__mro__[1]
    epsilon = fvcore.WHERE_EPSILON
    try:
        # Enough to keep a quotient of two whole numbers from falling below its own boundary.
        fvcore.WHERE_EPSILON = 1e-12
        same = "raises" in made or _values(build, rates, made["at"])["values"] == made["values"]
    finally:
        fvcore.WHERE_EPSILON = epsilon
    return {} if same else {"fault": "whereEpsilon"}


def _values(build, rates, at):
    optimizer = sgd(rates)
    scheduler = build(optimizer)
    values = []
    for position in at:
        scheduler.step(position)  # a function of this very position, however it got there
        values.append(held(optimizer))
    return {"values": values}


def steps(random, total, rates):
    marks = milestones(random, total - 1)
    marks += [total + 5] if random.random() < 0.1 else []
    return {"GAMMA": random.choice([0.1, 0.5, random.random()]), "STEPS": [mark for mark in marks if mark > 0]}, marks


def cosine(random, total, rates):
    end = random.choice([0.0, 0.0, random.random()])
    return {"BASE_LR": rates[0], "BASE_LR_END": rates[0] * end}, [total // 2]


def fixed(random, total, rates):
    decays = random.randint(1, 5)
    return {"GAMMA": random.choice([0.1, 0.5, random.random()]), "NUM_DECAYS": decays}, [total // (decays + 1)]


def alone(module, cls, configure):
    def cases(random):
        for i in range(CASES):
            rates = draw(random, several=0.12)
            total = max(3, length(random))
            warm = {key.lower(): value for key, value in _config(random, total).items() if key.startswith("WARMUP")}
            own, marks = configure(random, total)
            config = warm | own | ({"warmup_method": "burn_in"} if i == 0 else {})
            last = total if cls == "WarmupPolyLR" else total + 5
            at = few(random, positions(random, [config["warmup_iters"], *marks[:2]], last, MOST), MOST)
            make = getattr(module, cls)
            yield case(
                config, lambda: _values(lambda optimizer: make(optimizer, **config), rates, at), **bases(rates), at=at
            )

    return UPDATES, cases


def legacy_steps(random, total):
    marks = milestones(random, total)
    marks = marks[::-1] if random.random() < 0.03 else marks
    return {"milestones": marks, "gamma": random.choice([0.1, 0.5, random.random()])}, marks


def legacy_cosine(random, total):
    return {"max_iters": total}, [total]


def poly(random, total):
    ending = random.choice([{}, {"constant_ending": random.choice([0.01, 0.3, rate(random)])}])
    return {"max_iters": total, "power": random.choice([0.9, 1.0, 2.0])} | ending, [total // 2, total]


SCHEDULES = {
    "build_lr_scheduler WarmupMultiStepLR": solved("WarmupMultiStepLR", steps),
    "build_lr_scheduler WarmupCosineLR": solved("WarmupCosineLR", cosine),
    "build_lr_scheduler WarmupStepWithFixedGammaLR": solved("WarmupStepWithFixedGammaLR", fixed),
    "WarmupMultiStepLR": alone(legacy, "WarmupMultiStepLR", legacy_steps),
    "WarmupCosineLR": alone(legacy, "WarmupCosineLR", legacy_cosine),
    "WarmupPolyLR": alone(deeplab, "WarmupPolyLR", poly),
}
