"""Keras' fit, really run on JAX, with its History: LearningRateScheduler in epochs, LearningRateSchedule in updates."""

import random as python_random
import sys

import numpy

from kerasRun import BASES, PER_UPDATE, RAN, Rates, compiled, fit, in_epochs, keras
from log import Cases, Log, seeded

cases = Cases("keras", RAN)


class Run:
    def __init__(self, random, name):
        self.name = name
        self.epochs, self.per_epoch = random.choice((4, 5, 8)), random.choice((20, 25, 40))
        self.steps = self.epochs * self.per_epoch
        self.base = random.choice(BASES)
        self.warmup = self.steps // 10 if name == "cosine" and random.random() < 0.6 else 0
        self.log = Log(random, self.steps, self.base, rounding="full")
        self.log.rounding = "float32"
        self.make, self.plan = PER_UPDATE[name]

    def rate(self, factor=1):
        return self.make(self.base, self.warmup, round(self.steps * factor))

    def add(self, bug, plan=None, base=None, **more):
        plan = plan or self.plan(self.base, self.warmup, self.steps)
        cases.add(
            bug,
            self.name,
            self.log,
            plan=plan,
            base=base or self.base,
            steps=self.steps,
            per_epoch=self.per_epoch,
            processes=1,
            accumulation=1,
            **more,
        )


def clean(random, name):
    run = Run(random, name)
    when = random.choice(("begin", "end"))
    fit(compiled(run.rate()), run.epochs, run.per_epoch, [Rates(run.log, when)])
    run.add("none", style=when)


def shifted(random, name):
    run = Run(random, name)
    run.log.noise = "none"
    fit(compiled(run.rate()), run.epochs, run.per_epoch, [Rates(run.log, "end, the batch's own number")])
    run.add("shifted", by=1)


def restarted(random, name):
    """`initial_epoch` says how far training is; the new optimizer's own counter does not."""
    run = Run(random, name)
    at = random.randrange(1, run.epochs)
    fit(compiled(run.rate()), at, run.per_epoch, [Rates(run.log, "begin")])
    again = Rates(run.log, "begin", at * run.per_epoch)
    fit(compiled(run.rate()), run.epochs, run.per_epoch, [again], start=at)
    run.add("restarted", at=at * run.per_epoch)


def per_batch(random, name):
    """decay_steps in epochs."""
    run = Run(random, name)
    plan = run.plan(run.base, 0, 10)
    run.epochs = 10
    run.steps = run.epochs * run.per_epoch
    rate = run.make(run.base, 0, 10)
    fit(compiled(rate), run.epochs, run.per_epoch, [Rates(run.log, "begin")])
    run.add("steppedPerBatch", plan=in_epochs(plan))


def scaled(random, name):
    run = Run(random, name)
    processes = random.choice((2, 4, 8))
    rate = run.make(run.base * processes, run.warmup, run.steps)
    fit(compiled(rate), run.epochs, run.per_epoch, [Rates(run.log, "begin")])
    cases.add(
        "scaled",
        name,
        run.log,
        plan=run.plan(run.base, run.warmup, run.steps),
        base=run.base,
        steps=run.steps,
        per_epoch=run.per_epoch,
        processes=processes,
        accumulation=1,
        rule="linear",
    )


def by_epoch(random, bug):
    """LearningRateScheduler: History has the rate of every epoch."""
    epochs, per_epoch, base = random.choice((20, 30, 40)), 5, random.choice(BASES)
    log = Log(random, epochs, base, every=1, rounding="full")
    log.rounding = "float32"
    if bug != "none":
        log.noise = "none"
    warmup, first = 5, epochs // 2
    to = {
        "kind": "piecewise",
        "from": "1x",
        "at": [f"{first} epochs", f"{epochs * 3 // 4} epochs"],
        "to": ["0.1x", "0.01x"],
    }
    rise = {"kind": "linear", "from": "0.1x", "to": "1x", "over": f"{warmup} epochs"}
    plan = {"kind": "sequence", "parts": [rise, {"plan": to, "clock": "global"}]}

    def rate(epoch):
        if epoch < warmup:
            return base * (0.1 + 0.9 * epoch / warmup)
        return base * (1 if epoch < first else 0.1 if epoch < epochs * 3 // 4 else 0.01)

    by = {"none": 0, "shifted": random.choice((1, -1))}[bug]
    shift = keras.callbacks.LearningRateScheduler(lambda epoch: rate(max(0, epoch + by)))
    history = fit(compiled(base), epochs, per_epoch, [shift])
    for epoch, used in enumerate(history["learning_rate"]):
        log.rows.append((epoch, float(used)))
    more = {"by": by} if by else {}
    cases.add(
        bug,
        "warmupMultiStep",
        log,
        plan=plan,
        base=base,
        steps=epochs * per_epoch,
        per_epoch=per_epoch,
        clock="epoch",
        processes=1,
        accumulation=1,
        **more,
    )


def stairs(random, name):
    """A curve that was meant for every update, set once in an epoch."""
    run = Run(random, name)
    run.epochs = 8
    run.steps = run.epochs * run.per_epoch
    curve = run.rate()

    def rate(epoch):
        return float(keras.ops.convert_to_numpy(curve(epoch * run.per_epoch)))

    callbacks = [keras.callbacks.LearningRateScheduler(rate), Rates(run.log, "begin")]
    fit(compiled(run.base), run.epochs, run.per_epoch, callbacks)
    run.add("stairs")


def never(random, name):
    """A callback sets a learning_rate of another optimizer: the model was compiled again after it was made."""
    run = Run(random, name)
    model = compiled(run.base)
    old = model.optimizer
    model.compile(keras.optimizers.SGD(run.base), loss="mse")
    curve = run.rate()

    class Set(keras.callbacks.Callback):
        step = 0

        def on_train_batch_begin(self, batch, logs=None):
            old.learning_rate = float(curve(self.step))
            self.step += 1

    fit(model, run.epochs, run.per_epoch, [Set(), Rates(run.log, "begin")])
    run.add("neverScheduled", how="another optimizer")


def main(folder):
    numpy.random.seed(seeded("keras").randrange(1 << 30))
    python_random.seed(20261123)

    def repeat(count, run, choices):
        random = seeded(f"keras {run.__name__} {choices}")
        for index in range(count):
            run(random, choices[index % len(choices)])

    names = list(PER_UPDATE)
    smooth = ["cosine", "polynomial", "exponential"]
    repeat(6, clean, names)
    repeat(4, by_epoch, ["none"])
    repeat(3, shifted, smooth)
    repeat(2, by_epoch, ["shifted"])
    repeat(4, restarted, names)
    repeat(4, per_batch, names)
    repeat(2, scaled, names)
    repeat(3, stairs, smooth)
    repeat(2, never, smooth)
    cases.write(folder)


if __name__ == "__main__":
    main(sys.argv[1])
