import tensorflow as tf

learning_rate_fn = tf.keras.optimizers.schedules.PolynomialDecay(
    initial_learning_rate=params["init_lr"],
    decay_steps=params["decay_steps"],
    end_learning_rate=params["end_lr"],
    power=params["lr_power"],
)
