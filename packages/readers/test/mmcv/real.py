"""Runs the hooks of mmcv 1.7.2's mmcv/runner/hooks/lr_updater.py and writes real.json.

    python3 real.py <folder of mmcv-1.7.2's source>
"""

import json
import random
import sys
import types
from pathlib import Path


def load(folder):
    """The file by itself, among stand-ins for its package."""
    source = (Path(folder) / "mmcv/runner/hooks/lr_updater.py").read_text(encoding="utf-8")
    hooks = {}

    class Registry:
        def register_module(self):
            return lambda cls: hooks.setdefault(cls.__name__, cls)

    mmcv = types.ModuleType("mmcv")
    mmcv.__path__ = []
    mmcv.is_list_of = lambda values, kind: all(isinstance(value, kind) for value in values)
    mmcv.runner = types.ModuleType("mmcv.runner")
    mmcv.runner.__path__ = []
    mmcv.runner.BaseRunner = object
    package = types.ModuleType("mmcv.runner.hooks")
    package.__path__ = []
    hook = types.ModuleType("mmcv.runner.hooks.hook")
    hook.HOOKS, hook.Hook = Registry(), object
    for module in (mmcv, mmcv.runner, package, hook):
        sys.modules[module.__name__] = module
    namespace = {"__name__": "mmcv.runner.hooks.lr_updater", "__package__": "mmcv.runner.hooks"}
    exec(compile(source, "lr_updater.py", "exec"), namespace)
    return hooks


def run(hooks, config, by_iteration, epochs, length, rate, at):
    options = dict(config)
    policy = options.pop("policy")
    name = policy.title() if policy == policy.lower() else policy
    if isinstance(options.get("target_ratio"), list):
        options["target_ratio"] = tuple(options["target_ratio"])
    hook = hooks[f"{name}LrUpdaterHook"](**options)
    optimizer = types.SimpleNamespace(param_groups=[{"lr": rate}])
    runner = types.SimpleNamespace(optimizer=optimizer, iter=0, epoch=0, data_loader=range(length))
    runner.max_epochs, runner.max_iters = (None if by_iteration else epochs), epochs * length
    hook.before_run(runner)
    rates = []
    for epoch in range(epochs):
        runner.epoch = epoch
        if not by_iteration:
            hook.before_train_epoch(runner)
        for _ in range(length):
            hook.before_train_iter(runner)
            rates.append(optimizer.param_groups[0]["lr"])
            runner.iter += 1
    return [rates[position] for position in at]


def draw(r, policy, total):
    floor = r.choice([{"min_lr": r.choice([0, 1e-3])}, {"min_lr_ratio": r.choice([0.01, 0.2])}])
    marks = sorted(r.sample(range(1, total + 1), min(2, total)))
    periods = [total // 3 + 1, total]
    return {
        "fixed": lambda: {},
        "step": lambda: r.choice(
            [
                {"step": marks},
                {"step": marks, "gamma": 0.5, "min_lr": 0.005},
                {"step": 2, "gamma": 0.3},
                {"step": marks[::-1]},
            ]
        ),
        "exp": lambda: {"gamma": 0.9},
        "poly": lambda: {"power": r.choice([0.9, 1.0]), "min_lr": r.choice([0, 1e-4])},
        "inv": lambda: {"gamma": 0.1, "power": 0.75},
        "CosineAnnealing": lambda: floor,
        "FlatCosineAnnealing": lambda: {"start_percent": r.choice([0.25, 0.75]), **floor},
        "CosineRestart": lambda: {"periods": periods, "restart_weights": [1, r.choice([0.5, 1])], **floor},
        "cyclic": lambda: {"target_ratio": [10, 1e-4], "cyclic_times": r.choice([1, 3]), "step_ratio_up": 0.4},
        "OneCycle": lambda: {"max_lr": 0.1, "pct_start": 0.3, "three_phase": r.random() < 0.3},
    }[policy]()


def main(folder):
    hooks = load(folder)
    r = random.Random(1)
    cases = []
    policies = ["fixed", "step", "exp", "poly", "inv", "CosineAnnealing", "FlatCosineAnnealing", "CosineRestart"]
    for policy in [*policies, "cyclic", "OneCycle"] * 12:
        epochs, length = r.randint(4, 9), r.randint(3, 8)
        by_iteration = r.random() < 0.3
        by_epoch = policy in policies and r.random() < 0.6
        config = {"policy": policy, **draw(r, policy, epochs if by_epoch else epochs * length)}
        if policy in policies:
            config["by_epoch"] = by_epoch
        if r.random() < 0.6:
            kind = r.choice(["linear", "constant", "exp"])
            warm = {"warmup": kind, "warmup_ratio": r.choice([0.001, 1 / 3])}
            by = not by_iteration and r.random() < 0.3
            config |= {**warm, "warmup_iters": 2 if by else r.randint(1, 2 * length), "warmup_by_epoch": by}
        at = sorted(r.sample(range(epochs * length), min(10, epochs * length)))
        facts = {"by_iteration": by_iteration, "epochs": epochs, "length": length}
        rates = run(hooks, config, by_iteration, epochs, length, 0.02, at)
        cases.append({"config": config, **facts, "at": at, "rates": rates})
    lines = ",\n".join(json.dumps(case) for case in cases)
    path = Path(__file__).parent / "real.json"
    path.write_text(f'{{"ran": "mmcv 1.7.2 mmcv/runner/hooks/lr_updater.py", "rate": 0.02, "cases": [\n{lines}\n]}}\n')


main(sys.argv[1])
