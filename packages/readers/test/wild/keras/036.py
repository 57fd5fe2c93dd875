import keras

LR = 0.0001
EPOCHS = 40
optim = keras.optimizers.Adam(LR)
model.compile(optim, "binary_crossentropy", [])
callbacks = [
    keras.callbacks.ModelCheckpoint("./best_model.h5", save_best_only=True, mode="min"),
    keras.callbacks.ReduceLROnPlateau(),
]
model.fit(X_train, Y_train, epochs=EPOCHS, callbacks=callbacks)
