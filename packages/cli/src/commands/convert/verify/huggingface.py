"""`make_scheduler(optimizer)`, as a Trainer steps it: after every update."""

import transformers


def values(code, name, base, steps, updates):
    return f"Transformers {transformers.__version__}", train(code, name, base, updates)
