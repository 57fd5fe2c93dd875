import optax

iter_per_epoch_train = 50000 // BATCH_SIZE
lr_schedule = optax.linear_onecycle_schedule(MAX_EPOCHS * iter_per_epoch_train, PEAK_LR)
