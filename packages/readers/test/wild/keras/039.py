import tensorflow as tf

tacotron_start_decay = 40000
tacotron_decay_steps = 18000
tacotron_decay_rate = 0.5
tacotron_initial_learning_rate = 1e-3
tacotron_final_learning_rate = 1e-4


def _learning_rate_decay(init_lr, global_step):
    lr = tf.train.exponential_decay(
        init_lr,
        global_step - tacotron_start_decay,
        tacotron_decay_steps,
        tacotron_decay_rate,
        name="lr_exponential_decay",
    )
    return tf.minimum(tf.maximum(lr, tacotron_final_learning_rate), init_lr)


learning_rate = _learning_rate_decay(tacotron_initial_learning_rate, global_step)
optimizer = tf.train.AdamOptimizer(learning_rate, 0.9, 0.999, 1e-6)
