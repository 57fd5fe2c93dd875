import tensorflow as tf


def create_optimizer(init_lr, num_train_steps):
    learning_rate_fn = tf.keras.optimizers.schedules.PolynomialDecay(
        initial_learning_rate=init_lr, decay_steps=num_train_steps, end_learning_rate=0.0
    )
    return learning_rate_fn


schedule = create_optimizer(init_lr, num_train_steps)
