"""torchtitan: LRSchedulersContainer, built from its Config, over one or two optimizers."""

import logging
import warnings
from importlib import metadata

import host
from common import case, positions
from draw import few, fraction, length, part
from groups import bases, draw, held, sgd

VERSION = metadata.version("torchtitan")
PRECISION = "float64"
RAN = f"torchtitan/components/optimizer/lr_scheduler.py from PyPI's torchtitan {VERSION}, on PyPI's torch {host.TORCH}"
UPDATES = "updates: the rate for update at+1"
DECAYS = ["linear", "sqrt", "cosine"]

host.current_torch()
logging.disable(logging.WARNING)
warnings.filterwarnings("ignore")


def _container():
    """The file among stand-ins for the rest of its package."""
    path = lambda file: host.installed("torchtitan", f"torchtitan/{file}")
    host.stub("torch.distributed.checkpoint.stateful", Stateful=type("Stateful", (), {}))
    host.stub("torchtitan.observability", structured_logger=None)
    host.stub("torchtitan.tools.logging", logger=logging.getLogger("torchtitan"))
    configurable = host.load("torchtitan.config.configurable", path("config/configurable.py"))
    host.stub("torchtitan.config", Configurable=configurable.Configurable)
    host.stub("torchtitan.components.optimizer.optimizer", OptimizersContainer=list)
    name = "components/optimizer/lr_scheduler.py"
    return host.load("torchtitan.components.optimizer.lr_scheduler", path(name)).LRSchedulersContainer


Container = _container()


def cases(random):
    for decay, ratio, minimum in (("linear", None, 0.0), ("sqrt", 0.5, 0.0), ("cosine", 0.5, 0.1)):
        config = {"warmup_steps": 2, "decay_ratio": ratio, "decay_type": decay, "min_lr_factor": minimum}
        yield _case(config, 10, [1.0], list(range(12)))
    for _ in range(450):
        steps = length(random)
        total = random.choice([None, None, None, length(random)])
        whole = steps if total is None else total
        warm = random.choice([part(random, whole), part(random, whole), whole + random.randint(1, 9), 200])
        config = {
            "warmup_steps": warm,
            "total_steps": total,
            "decay_ratio": random.choice([None, None, 0.0, 0.5, fraction(random), random.random()]),
            "decay_type": random.choice([*DECAYS * 9, "exponential"]),
            "min_lr_factor": random.choice([0.0, 0.1, fraction(random)]),
        }
        decay = whole if config["decay_ratio"] is None else round(whole * config["decay_ratio"])
        # Past its end the rate goes on below its minimum, or up again: read now and then.
        last = whole + 3 if random.random() < 0.3 else whole - 1
        at = few(random, positions(random, [min(warm, whole), whole - decay, whole], last), 9)
        yield _case(config, steps, draw(random), at)


def _case(config, steps, rates, at):
    def run():
        optimizers = [sgd([base]) for base in rates]
        container = Container.Config(**config).build(optimizers=optimizers, training_steps=steps)
        values = []
        for update in at:
            for scheduler in container.schedulers:
                scheduler.last_epoch = update - 1  # LambdaLR asks its function for this very step
            container.step()
            values.append([held(optimizer) for optimizer in optimizers] if len(rates) > 1 else held(optimizers[0]))
        return {"values": values}

    return case(config, run, training_steps=steps, **bases(rates), at=at)


SCHEDULES = {"LRSchedulersContainer": (UPDATES, cases)}
