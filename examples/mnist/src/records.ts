/** One line of `log.jsonl`: what an epoch brought. It is the same for every run of one config. */
export interface EpochRecord {
  readonly epoch: number;
  /** Steps done since the start of training. */
  readonly step: number;
  /** The rate of this epoch, rounded to 12 significant digits. */
  readonly learningRate: number;
  /** Mean cross-entropy of the training images, each taken when it was its turn; null when it was not finite. */
  readonly loss: number | null;
  /** Share of the test images that are told right after the epoch. */
  readonly accuracy: number;
  /** Tensors that TensorFlow.js holds: it stays the same from the first epoch on, or something leaks. */
  readonly tensors: number;
}

/** One line of `timings.jsonl`: what an epoch cost. */
export interface TimingRecord {
  readonly epoch: number;
  readonly seconds: number;
  readonly stepsPerSecond: number;
  /** Memory of the process, in megabytes. */
  readonly rssMb: number;
}
