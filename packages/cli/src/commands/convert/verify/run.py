"""Runs written code in its framework. Standard input: {sources, code, name, base, steps, updates}, as JSON."""

import sys

# What lies in the folder that the user is in is neither the framework nor Python's, whatever its name is.
sys.path[:] = [path for path in sys.path if path]

import json  # noqa: E402
import os  # noqa: E402

# What a framework prints by itself is no answer.
answer = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)


def main(sources, **case):
    names = {"__name__": "verify"}
    try:
        for source in sources:
            exec(compile(source, "<verify>", "exec"), names)
        ran, rates = names["values"](**case)
        # JSON has no NaN.
        return {"ran": ran, "rates": [rate if abs(rate) < float("inf") else None for rate in map(float, rates)]}
    except ModuleNotFoundError as error:
        return {"missing": error.name}
    except Exception as error:
        return {"failed": f"{type(error).__name__}: {error}"}


json.dump(main(**json.load(sys.stdin)), answer)
answer.close()
