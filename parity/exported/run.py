"""Runs written code in its framework: run.py TARGET CASES.json writes CASES.json.out.

A case is {"code", "base", "steps"}, or null where there is nothing to run; one of code that follows a metric has
"metrics" instead of steps, one after each update, null where there is none. What comes of it is its list of rates (after
each metric, if there are metrics), or {"failed": what it failed with}.
"""

import importlib.util
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
# The modules here have their packages' names: what is installed is found first.
sys.path.remove(str(HERE))
sys.path += [str(HERE), str(HERE.parent / "frameworks")]


def load(target):
    """The module of a target."""
    spec = importlib.util.spec_from_file_location(f"exported_{target}", HERE / f"{target}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def given(module, case):
    if case is None:
        return None
    try:
        if "metrics" in case:
            metrics = [metric if metric is None else float(metric) for metric in case["metrics"]]
            return [float(rate) for rate in module.watched(case["code"], case["base"], metrics)]
        return [float(rate) for rate in module.values(case["code"], case["base"], case["steps"])]
    except Exception as error:
        return {"failed": f"{type(error).__name__}: {error}"}


def main(target, cases):
    module = load(target)
    out = {"ran": module.RAN, "given": [given(module, case) for case in json.loads(Path(cases).read_text())]}
    # JSON has no NaN: what is not a number is a failure, told as null.
    Path(f"{cases}.out").write_text(json.dumps(out).replace("NaN", "null").replace("Infinity", "1e999"))


if __name__ == "__main__":
    main(*sys.argv[1:])
