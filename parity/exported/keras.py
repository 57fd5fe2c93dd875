"""Exported code in Keras, on its NumPy backend: the learning_rate of an optimizer, after it was saved and loaded."""

import os
from types import SimpleNamespace

os.environ.setdefault("KERAS_BACKEND", "numpy")

import keras  # noqa: E402

RAN = f"Keras {keras.__version__} on {keras.backend.backend()}, float32"


def values(code, base, steps):
    names = {}
    exec(compile(code, "exported", "exec"), names)
    made = names["learning_rate"]
    if isinstance(made, keras.optimizers.schedules.LearningRateSchedule):
        schedules = keras.optimizers.schedules
        saved = schedules.serialize(made)
        custom = keras.saving.get_custom_objects()
        made = schedules.deserialize(saved, custom_objects=custom)
    optimizer = keras.optimizers.SGD(made)
    return [_read(optimizer, iteration) for iteration in range(steps)]


def _read(optimizer, iteration):
    optimizer.iterations.assign(iteration)
    return float(keras.ops.convert_to_numpy(optimizer.learning_rate))


def watched(code, base, metrics):
    names = {}
    exec(compile(code, "exported", "exec"), names)
    callback = names["reduce_lr"]
    optimizer = keras.optimizers.SGD(float(base))
    callback.set_model(SimpleNamespace(optimizer=optimizer))
    callback.on_train_begin()
    rates = []
    for epoch, metric in enumerate(metrics):
        if metric is not None:
            callback.on_epoch_end(epoch, {callback.monitor: metric})
        rates.append(float(keras.ops.convert_to_numpy(optimizer.learning_rate)))
    return rates
