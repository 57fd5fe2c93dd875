"""Megatron's --rampup-batch-size, iteration by iteration as its training loop asks, and the rate in each iteration."""

from types import SimpleNamespace

from common import case, positions, rate

LIMIT = 1500


def ramps(scheduler, calculator):
    """The cases of the ramp-up: `values` are the batch sizes, `consumed` the samples before, `rates` the rates."""

    def cases(random):
        for index in range(200):
            config = _config(random, index)
            at = positions(random, _changes(config, calculator), LIMIT, 12)[:16]
            yield case(config, lambda: _iterations(config, at, scheduler, calculator), at=at)

    return cases


def _config(random, index):
    micro, parallel = random.choice([1, 2, 4]), random.choice([1, 2, 8])
    start = micro * parallel * random.randint(1, 4)
    increment = micro * parallel * random.randint(1, 3)
    rises = random.choice([*[random.randint(1, 12)] * 29, 0])
    if index % 12 == 0:  # a start that this many processes cannot share evenly
        start += 1
    samples = random.choice([start, random.randint(1, 2000), random.randint(1, 40_000)])
    odd = random.choice([*[0] * 29, 1])
    total = start + rises * increment
    last = samples + random.randint(1, 400) * total
    peak = rate(random)
    return {
        "rampup_batch_size": [start, increment, random.choice([*[samples] * 29, 0])],
        "global_batch_size": total + odd,
        "micro_batch_size": micro,
        "data_parallel_size": parallel,
        "decrease_batch_size_if_needed": random.random() < 0.3,
        "lr": {
            "init_lr": 0.0,
            "max_lr": peak,
            "min_lr": random.choice([0.0, peak * random.random()]),
            "lr_warmup_steps": random.randint(0, last // 2),
            "lr_decay_steps": last,
            "lr_decay_style": random.choice(["constant", "linear", "cosine", "inverse-square-root"]),
        },
    }


def _build(config, calculator):
    sizes = {key: value for key, value in config.items() if key != "lr"}
    calculator.destroy_num_microbatches_calculator()
    calculator.init_num_microbatches_calculator(rank=0, **sizes)


def _loop(config, calculator):
    """(batch size, samples consumed before it) of each iteration."""
    _build(config, calculator)
    consumed = 0
    for _ in range(LIMIT + 1):
        calculator.update_num_microbatches(consumed, consistency_check=True)
        batch = calculator.get_num_microbatches() * config["micro_batch_size"] * config["data_parallel_size"]
        yield batch, consumed
        consumed += batch


def _changes(config, calculator):
    """The iterations at which the batch size changes."""
    try:
        sizes = [batch for batch, _ in _loop(config, calculator)]
    except Exception:  # the case records what was raised
        return []
    return [at for at in range(1, len(sizes)) if sizes[at] != sizes[at - 1]]


def _iterations(config, at, scheduler, calculator):
    group = {}
    fixed = {"start_wd": 0.01, "end_wd": 0.01, "wd_incr_steps": 1, "wd_incr_style": "constant"}
    driven = scheduler(SimpleNamespace(param_groups=[group]), **config["lr"], **fixed)
    made = {"values": [], "consumed": [], "rates": []}
    for iteration, (batch, consumed) in enumerate(_loop(config, calculator)):
        if iteration in at:
            made["values"].append(batch)
            made["consumed"].append(consumed)
            made["rates"].append(group["lr"])
        driven.step(increment=batch)
    return made
