import optax

BATCH_SIZE = 256
LEARNING_RATE = 0.01
LEARNING_RATE_EXP_DECAY = 0.6
STEPS_PER_EPOCH = len(train_labels) // BATCH_SIZE
jlr_decay = optax.exponential_decay(
    LEARNING_RATE, transition_steps=STEPS_PER_EPOCH, decay_rate=LEARNING_RATE_EXP_DECAY, staircase=True
)
