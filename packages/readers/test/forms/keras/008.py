from tensorflow.keras.optimizers.schedules import PolynomialDecay

num_train_steps = 10000
schedule = PolynomialDecay(initial_learning_rate=5e-5, end_learning_rate=0.0, decay_steps=num_train_steps)
