import tensorflow as tf

first = 1000
lr = tf.keras.optimizers.schedules.CosineDecayRestarts(1e-3, first, t_mul=2.0, m_mul=0.9, alpha=1e-2)
opt = tf.keras.optimizers.SGD(lr, momentum=0.9)
