"""`make_scheduler(optimizer)`; `step()` after every update."""


def values(code, name, base, steps, updates):
    return f"PyTorch {torch.__version__}", train(code, name, base, updates)
