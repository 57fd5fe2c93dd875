from tensorflow.keras.callbacks import ReduceLROnPlateau

reduce_lr = ReduceLROnPlateau(monitor="val_accuracy", min_delta=0.0001, factor=0.5, patience=4, min_lr=1e-7, verbose=1)
