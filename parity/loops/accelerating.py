"""Accelerate's `accumulate`, with and without a step at the end of each epoch, and its own sharding of batches."""

import accelerate
from accelerate import Accelerator
from accelerate.data_loader import BatchSamplerShard
from accelerate.state import AcceleratorState, GradientState, PartialState
from accelerate.utils import GradientAccumulationPlugin
from torch.utils.data import BatchSampler, DataLoader, SequentialSampler

from loop import CountingSGD, draw, weight

RAN = f"accelerate {accelerate.__version__}: Accelerator.accumulate, BatchSamplerShard"


def _cases(last):
    def cases(random):
        for index in range(100):
            options = draw(random, index)
            # Its shards are made of whole batches: with dropLast each process gets as many full ones as there are.
            options["uneven"] = "drop" if options["dropLast"] else "pad"
            options["lastAccumulation"] = last
            data, processes = list(range(options["samples"])), options["processes"]
            batches = BatchSampler(SequentialSampler(data), options["batchSize"], options["dropLast"])
            if processes > 1:
                batches = BatchSamplerShard(batches, processes, random.randrange(processes))
            # Without any batch it would hand out None.
            if len(batches):
                yield {"options": options, **_loop(options, data, batches)}

    return cases


def _loop(options, data, batches):
    for state in (AcceleratorState, PartialState, GradientState):
        state._reset_state()
    plugin = GradientAccumulationPlugin(
        num_steps=options["accumulate"], sync_with_dataloader=options["lastAccumulation"] == "update"
    )
    accelerator = Accelerator(cpu=True, gradient_accumulation_plugin=plugin)
    parameter = weight()
    counting = CountingSGD([parameter], lr=0.1)
    optimizer, loader = accelerator.prepare(counting, DataLoader(data, batch_sampler=batches))
    updates, seen = [], 0
    for _ in range(options["epochs"]):
        before, seen = counting.updates, 0
        for batch in loader:
            seen += 1
            with accelerator.accumulate():
                accelerator.backward((parameter * batch.float().mean()).sum())
                optimizer.step()
                optimizer.zero_grad()
        updates.append(counting.updates - before)
    return {"batches": seen, "updates": updates, "steps": counting.updates}


LOOPS = {f"Accelerate, {last}": _cases(last) for last in ("update", "carry")}
