"""Gradient accumulation: plain loops, and Accelerate's `accumulate` with prepared schedulers, in one process."""

import sys

import accelerate
import torch
from accelerate import Accelerator
from accelerate.state import AcceleratorState, GradientState, PartialState
from torch.utils.data import DataLoader

from log import Cases, Log, seeded
from schedules import FIXED, PLANS, TIMED, schedule
from training import Training, advance, draw, visible

RAN = f"PyTorch {torch.__version__}, accelerate {accelerate.__version__}: accumulated gradients"
cases = Cases("accumulation", RAN)


def fresh(random, name):
    epochs, per_epoch, base = draw(random)
    steps = epochs * per_epoch
    accumulation = random.choice((2, 4, 8, 16, 3))
    return schedule(name, steps), epochs, per_epoch, steps, base, accumulation, Log(random, steps, base)


def by_hand(random, name, bug):
    s, epochs, per_epoch, steps, base, accumulation, log = fresh(random, name)
    training = Training(random, base)
    used = s
    if bug == "countedPerMicroBatch":
        # len(loader) * epochs; the warm-up is often a share of it.
        used = s.longer(accumulation, warmup=random.random() < 0.5)
    scheduler = used.make(training.optimizer)
    done = 0
    for epoch in range(epochs):
        for batch in range(per_epoch * accumulation):
            if (batch + 1) % accumulation:
                training.backward()
            else:
                training.update()
                log(done, *training.seen)
                done += 1
                if bug != "steppedPerMicroBatch" and done < steps:
                    scheduler.step()
            if bug == "steppedPerMicroBatch":
                advance(scheduler)
    return _add(bug, s, log, base, steps, per_epoch, accumulation, how="by hand")


def by_accelerate(random, name, bug):
    s, epochs, per_epoch, steps, base, accumulation, log = fresh(random, name)
    for state in (AcceleratorState, PartialState, GradientState):
        state._reset_state()
    accelerator = Accelerator(cpu=True, gradient_accumulation_steps=accumulation)
    training = Training(random, base)
    used = s.longer(accumulation, warmup=random.random() < 0.5) if bug == "countedPerMicroBatch" else s
    scheduler = used.make(training.optimizer)
    loader = DataLoader(torch.randn(per_epoch * accumulation * 2, 4), batch_size=2)
    model, optimizer, loader = accelerator.prepare(training.model, training.optimizer, loader)
    if bug != "steppedPerMicroBatch":
        # A scheduler that was not prepared knows nothing of accumulation.
        scheduler = accelerator.prepare(scheduler)
    done = 0
    for epoch in range(epochs):
        for x in loader:
            with accelerator.accumulate(model):
                accelerator.backward(model[0](x).square().mean())
                rate = training.rates[0]
                optimizer.step()
                if not (bug == "none" and name == "oneCycle" and done + 1 == steps):
                    advance(scheduler)
                optimizer.zero_grad()
                if accelerator.sync_gradients:
                    log(done, rate)
                    done += 1
    assert done == steps
    return _add(bug, s, log, base, steps, per_epoch, accumulation, how="accelerate")


def _add(bug, s, log, base, steps, per_epoch, accumulation, **more):
    if bug != "none" and not visible(s, base, steps, log):
        return False
    cases.add(
        bug, s.name, log, plan=s.plan(), base=base, steps=steps, per_epoch=per_epoch, accumulation=accumulation, **more
    )
    return True


def repeat(bug, count, names, run):
    random = seeded(f"accumulation {bug} {run.__name__}")
    order = random.sample(names, len(names))
    made = tries = 0
    while made < count:
        made += run(random, order[tries % len(order)], bug)
        tries += 1
        if tries > 20 * count:
            raise AssertionError(f"{bug}: hardly a run shows it")


def main(folder):
    repeat("none", 5, list(PLANS), by_hand)
    repeat("none", 5, list(PLANS), by_accelerate)
    repeat("steppedPerMicroBatch", 7, FIXED, by_hand)
    repeat("steppedPerMicroBatch", 6, FIXED, by_accelerate)
    repeat("countedPerMicroBatch", 8, TIMED, by_hand)
    repeat("countedPerMicroBatch", 4, TIMED, by_accelerate)
    cases.write(folder)


if __name__ == "__main__":
    main(sys.argv[1])
