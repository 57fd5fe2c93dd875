from tensorflow import keras

config = {"learning_rate": 2e-4, "decay_steps": 1000, "decay_rate": 0.9}
lr_schedule = keras.optimizers.schedules.ExponentialDecay(
    config["learning_rate"], decay_steps=config["decay_steps"], decay_rate=config["decay_rate"]
)
model.compile(optimizer=keras.optimizers.Adam(learning_rate=lr_schedule))
