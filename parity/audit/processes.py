"""Several processes, really run over gloo: DistributedDataParallel by hand, and Accelerate with prepared schedulers.

It runs twice: without RANK in the environment it starts itself in so many processes as each round wants.
"""

import json
import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import accelerate
import torch
from accelerate import Accelerator
from torch.utils.data import DataLoader

from log import Cases, Log, seeded
from schedules import FIXED, PLANS, TIMED, schedule
from training import Training, advance, draw, visible

# What Accelerate asks a newer PyTorch about its one CPU.
torch.cpu.device_count = lambda: 1
torch.cpu.set_device = lambda device: None

RAN = f"PyTorch {torch.__version__} with gloo, accelerate {accelerate.__version__}"


def by_hand(random, name, bug, cases):
    """Every process steps its own scheduler once for each update, which is right."""
    processes = torch.distributed.get_world_size()
    epochs, per_epoch, base = draw(random, random.choice((3, 4, 5)))
    steps = epochs * per_epoch
    s, log = schedule(name, steps), Log(random, steps, base)
    used = s
    if bug == "countedPerProcess":
        # The length of the loader before the sampler shared it out.
        used = s.longer(processes, warmup=random.random() < 0.5)
    training = Training(random, base * processes if bug == "scaled" else base)
    scheduler = used.make(training.optimizer)
    # In an order that all processes share, as DistributedDataParallel reduces them.
    weights = list(training.model.parameters())
    for step in range(steps):
        training.backward()
        for weight in weights:
            torch.distributed.all_reduce(weight.grad)
            weight.grad /= processes
        log(step, *training.rates)
        training.optimizer.step()
        training.optimizer.zero_grad()
        if step + 1 < steps:
            scheduler.step()
    return _add(cases, bug, s, log, base, steps, per_epoch, processes=processes, how="by hand")


def by_accelerate(random, name, bug, cases):
    processes = torch.distributed.get_world_size()
    epochs, per_epoch, base = draw(random, random.choice((3, 4, 5)))
    steps = epochs * per_epoch
    s, log = schedule(name, steps), Log(random, steps, base)
    accumulation = random.choice((1, 1, 2))
    split, used = False, s
    if bug == "none":
        # Two ways to be right: batches that are split, or numbers that are multiplied as its documentation asks.
        split = random.random() < 0.5 or name not in (
            "warmupLinear",
            "cosine",
            "linear",
            "wsd",
            "warmupPolynomial",
            "warmupCosine",
        )
        used = s if split else s.longer(processes, warmup=True)
        if not split and used.decay != s.decay * processes and name == "wsd":
            split, used = True, s
    elif bug == "countedPerProcess":
        split, used = True, s.longer(processes, warmup=random.random() < 0.5)
    accelerator = Accelerator(cpu=True, split_batches=split, gradient_accumulation_steps=accumulation)
    training = Training(random, base)
    scheduler = used.make(training.optimizer)
    size = 2 * processes if split else 2
    loader = DataLoader(torch.randn(per_epoch * accumulation * 2 * processes, 4), batch_size=size)
    # One layer, whose every weight takes part in every update.
    model = training.model[0]
    model, optimizer, loader, scheduler = accelerator.prepare(model, training.optimizer, loader, scheduler)
    done = 0
    for _ in range(epochs):
        for x in loader:
            with accelerator.accumulate(model):
                accelerator.backward(model(x).square().mean())
                rate = training.rates[0]
                optimizer.step()
                if not (name == "oneCycle" and done + 1 == steps):
                    advance(scheduler)
                optimizer.zero_grad()
                if accelerator.sync_gradients:
                    log(done, rate)
                    done += 1
    assert done == steps, (done, steps)
    accelerate.state.AcceleratorState._reset_state()
    accelerate.state.GradientState._reset_state()
    more = {"accumulation": accumulation, "how": f"accelerate, split_batches={split}"}
    return _add(cases, bug, s, log, base, steps, per_epoch, processes=processes, **more)


def _add(cases, bug, s, log, base, steps, per_epoch, **more):
    if bug not in ("none", "scaled") and not visible(s, base, steps, log):
        return False
    cases.add(bug, s.name, log, plan=s.plan(), base=base, steps=steps, per_epoch=per_epoch, **more)
    return True


def round_of(processes, file):
    """What one number of processes runs; each of them draws the same."""
    cases = Cases("processes", RAN)
    Accelerator(cpu=True)
    accelerate.state.AcceleratorState._reset_state()
    accelerate.state.GradientState._reset_state()

    def repeat(bug, count, names, run):
        random = seeded(f"processes {processes} {bug} {run.__name__}")
        order = random.sample(names, len(names))
        made = tries = 0
        while made < count:
            made += run(random, order[tries % len(order)], bug, cases)
            tries += 1
            if tries > 20 * count:
                raise AssertionError(f"{bug}: hardly a run shows it")

    stepped = [name for name in FIXED if name != "restarts"]
    repeat("none", 2, list(PLANS), by_hand)
    repeat("none", 4 if processes == 2 else 3, list(PLANS), by_accelerate)
    repeat("steppedPerProcess", 6 if processes == 2 else 4, stepped, by_accelerate)
    repeat("countedPerProcess", 3, TIMED, by_hand)
    repeat("countedPerProcess", 2, TIMED, by_accelerate)
    repeat("scaled", 1, list(PLANS), by_hand)
    if torch.distributed.get_rank() == 0:
        Path(file).write_text(json.dumps(cases.cases))


def _launch(processes, file):
    """As torchrun does, which in this PyTorch does not start under this Python."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    shared = {"WORLD_SIZE": processes, "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": port, "OMP_NUM_THREADS": 1}
    started = []
    for rank in range(processes):
        own = {name: str(value) for name, value in {**shared, "RANK": rank, "LOCAL_RANK": rank}.items()}
        started.append(subprocess.Popen([sys.executable, "-B", __file__, str(file)], env={**os.environ, **own}))
    if any([process.wait() for process in started]):
        raise SystemExit(f"a run of {processes} processes failed")


def main(folder):
    cases = Cases("processes", RAN)
    for processes in (2, 3, 4):
        with tempfile.TemporaryDirectory() as temporary:
            file = Path(temporary, "cases.json")
            _launch(processes, file)
            for case in json.loads(file.read_text()):
                number = 1 + sum(other["bug"] == case["bug"] for other in cases.cases)
                cases.cases.append({**case, "name": f"processes {case['bug']} {number}"})
    cases.write(folder)


if __name__ == "__main__":
    if "RANK" in os.environ:
        round_of(int(os.environ["WORLD_SIZE"]), sys.argv[1])
    else:
        main(sys.argv[1])
