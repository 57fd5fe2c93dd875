from tensorflow.keras.optimizers.schedules import CosineDecay, ExponentialDecay, PiecewiseConstantDecay, PolynomialDecay


def get_lr_scheduler(learning_rate, decay_type, decay_steps):
    if decay_type == "cosine":
        return CosineDecay(initial_learning_rate=learning_rate, decay_steps=decay_steps, alpha=0.2)
    elif decay_type == "exponential":
        return ExponentialDecay(initial_learning_rate=learning_rate, decay_steps=decay_steps, decay_rate=0.9)
    elif decay_type == "polynomial":
        return PolynomialDecay(
            initial_learning_rate=learning_rate, decay_steps=decay_steps, end_learning_rate=learning_rate / 100
        )
    elif decay_type == "piecewise_constant":
        boundaries = [500, int(decay_steps * 0.9), decay_steps]
        values = [0.001, learning_rate, learning_rate / 10.0, learning_rate / 100.0]
        return PiecewiseConstantDecay(boundaries=boundaries, values=values)


schedule = get_lr_scheduler(learning_rate, "cosine", decay_steps)
