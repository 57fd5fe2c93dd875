/** The optimizers that can be chosen: all seven of TensorFlow.js. */
export const optimizerNames = ["sgd", "momentum", "adagrad", "adadelta", "adam", "adamax", "rmsprop"] as const;

/** The name of one of them. */
export type OptimizerName = (typeof optimizerNames)[number];
