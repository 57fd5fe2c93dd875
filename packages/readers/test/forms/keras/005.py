import keras

epochs, steps = 10, 110
total_steps = epochs * steps
warmup = int(0.1 * total_steps)
schedule = keras.optimizers.schedules.CosineDecay(
    initial_learning_rate=0.0, decay_steps=total_steps - warmup, warmup_target=1e-3, warmup_steps=warmup
)
optimizer = keras.optimizers.AdamW(schedule, weight_decay=1e-4)
