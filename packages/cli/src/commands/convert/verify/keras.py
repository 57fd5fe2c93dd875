"""The `learning_rate` of an optimizer, which computes it in float32."""

import os

# The backend that needs nothing more, unless the user has chosen one.
os.environ.setdefault("KERAS_BACKEND", "numpy")

import keras


def values(code, name, base, steps, updates):
    names = {}
    exec(compile(code, "<converted>", "exec"), names)
    optimizer = keras.optimizers.SGD(names[name or "learning_rate"])
    rates = []
    for update in range(updates):
        optimizer.iterations.assign(update)
        rates.append(float(keras.ops.convert_to_numpy(optimizer.learning_rate)))
    return f"Keras {keras.__version__} on {keras.backend.backend()}, float32", rates
