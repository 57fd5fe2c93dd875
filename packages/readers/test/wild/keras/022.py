lr_scheduler = tf.keras.callbacks.LearningRateScheduler(lambda epoch: 1e-8 * 10 ** (epoch / 20))
history = model.fit(train_set, epochs=100, callbacks=[lr_scheduler])
