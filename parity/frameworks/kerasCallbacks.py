"""Keras' two callbacks that set the learning rate, called as `fit` calls them at an epoch's begin and end."""

from types import SimpleNamespace

import keras

from common import case, finite, rate
from draw import coarse_metrics

# What a user's function does, for the callback that calls it: schedule(epoch, lr), or only schedule(epoch).
FUNCTIONS = {
    "lr * factor if epoch >= start else lr": lambda base, factor, start: (
        lambda epoch, lr: lr * factor if epoch >= start else lr
    ),
    "base * factor ** epoch": lambda base, factor, start: lambda epoch: base * factor**epoch,
    "whole number": lambda base, factor, start: lambda epoch, lr: 1,
}


def scheduler(random):
    for _ in range(150):
        name = random.choice([*list(FUNCTIONS)[:2] * 10, "whole number"])
        config = {"schedule": name, "factor": random.uniform(0.3, 1.1), "start": random.randint(0, 6)}
        base, epochs = rate(random), random.choice([1, 2, 8, 10])
        yield case(config, lambda: {"values": _scheduled(config, base, epochs)}, base=base, at=list(range(epochs)))


def _scheduled(config, base, epochs):
    model = _model(base)
    function = FUNCTIONS[config["schedule"]](base, config["factor"], config["start"])
    callback = keras.callbacks.LearningRateScheduler(function)
    callback.set_model(model)
    rates = []
    for epoch in range(epochs):
        callback.on_epoch_begin(epoch, {})
        rates.append(_rate(model))
    return rates


def plateau(random):
    for patience, cooldown in ((2, 2), (0, 0)):
        config = {"factor": 0.5, "patience": patience, "min_delta": 1e-4, "cooldown": cooldown, "min_lr": 0.0}
        yield _watched({**config, "mode": "min"}, 1.0, [1.0] * 12)
    for index in range(180):
        base, seen = rate(random), coarse_metrics(random, random.choice([1, 8, 16, 24]), index % 8 == 0)
        yield _watched(_plateau(random, base), base, seen)


def _plateau(random, base):
    return {
        "factor": random.choice([0.1, 0.5, *[random.random() for _ in range(6)], 1.0]),
        "patience": random.choice([0, 1, 2, 3, 5]),
        "mode": random.choice(["min", "min", "max"]),
        "min_delta": random.choice([0.0, 1e-4, 0.3, -0.3, random.random() * 0.6]),
        "cooldown": random.choice([0, 0, 1, 2, 3]),
        "min_lr": random.choice([0.0, 0.0, 1e-3, base * 0.3, base]),
    }


def _watched(config, base, seen):
    return case(config, lambda: {"values": _driven(config, base, seen)}, base=base, metrics=finite(seen))


def _driven(config, base, seen):
    """The rate before any epoch ends, then after each."""
    model = _model(base)
    callback = keras.callbacks.ReduceLROnPlateau(monitor="val_loss", **config)
    callback.set_model(model)
    callback.on_train_begin({})
    rates = [_rate(model)]
    for epoch, metric in enumerate(seen):
        callback.on_epoch_end(epoch, {"val_loss": metric})
        rates.append(_rate(model))
    return rates


def _model(base):
    """All of a model that the callbacks touch: its optimizer."""
    return SimpleNamespace(optimizer=keras.optimizers.SGD(base))


def _rate(model):
    return float(keras.ops.convert_to_numpy(model.optimizer.learning_rate))
