from tensorflow import keras
from tensorflow.keras.callbacks import ReduceLROnPlateau

pattern = re.compile("weights")
model = keras.models.Sequential()
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
reduce_lr = ReduceLROnPlateau(monitor="val_loss", factor=0.2, patience=5, min_lr=1e-5)
model.fit(x, y, epochs=100, callbacks=[reduce_lr], validation_data=validation)
