import argparse

from tensorflow import keras

parser = argparse.ArgumentParser()
parser.add_argument("--lr", type=float, default=1e-5)
parser.add_argument("--reduce-lr-patience", type=int, default=2)
parser.add_argument("--reduce-lr-factor", type=float, default=0.1)
args = parser.parse_args()
callbacks = []
callbacks.append(
    keras.callbacks.ReduceLROnPlateau(
        monitor="loss",
        factor=args.reduce_lr_factor,
        patience=args.reduce_lr_patience,
        verbose=1,
        mode="auto",
        min_delta=0.0001,
        cooldown=0,
        min_lr=0,
    )
)
model.compile(loss="mse", optimizer=keras.optimizers.Adam(lr=args.lr, clipnorm=0.001))
model.fit(X_train, Y_train, callbacks=callbacks)
