"""Loops as people write them in plain PyTorch: DataLoader, DistributedSampler, and three ways with the leftover."""

import torch
from torch.utils.data import DataLoader, DistributedSampler

from loop import CountingSGD, draw, weight

RAN = f"PyTorch {torch.__version__}: DataLoader, DistributedSampler, SGD"


def _cases(last):
    def cases(random):
        for index in range(120):
            options = {
                **draw(random, index),
                "uneven": random.choice(["pad", "drop"]),
                "lastAccumulation": last,
            }
            yield {"options": options, **_loop(options, random)}

    return cases


def _loop(options, random):
    accumulate, processes = options["accumulate"], options["processes"]
    data = list(range(options["samples"]))
    drop = options["uneven"] == "drop"
    rank = random.randrange(processes)
    sampler = DistributedSampler(data, processes, rank, drop_last=drop) if processes > 1 else None
    loader = DataLoader(data, options["batchSize"], sampler=sampler, drop_last=options["dropLast"])
    parameter = weight()
    optimizer = CountingSGD([parameter], lr=0.1)
    updates, batches, pending = [], 0, 0
    for epoch in range(options["epochs"]):
        if sampler is not None:
            sampler.set_epoch(epoch)
        before, batches = optimizer.updates, 0
        if options["lastAccumulation"] == "drop":
            optimizer.zero_grad()
            pending = 0
        for i, batch in enumerate(loader):
            (parameter * batch.float().mean()).backward()
            batches, pending = batches + 1, pending + 1
            at_end = options["lastAccumulation"] == "update" and i + 1 == len(loader)
            if pending == accumulate or at_end:
                optimizer.step()
                optimizer.zero_grad()
                pending = 0
        updates.append(optimizer.updates - before)
    each = len(data) if sampler is None else len(sampler)
    return {"each": each, "batches": batches, "updates": updates, "steps": optimizer.updates}


LOOPS = {f"PyTorch, {last}": _cases(last) for last in ("update", "carry", "drop")}
