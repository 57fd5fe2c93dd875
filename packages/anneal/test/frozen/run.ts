/** The run that all plans are read against: 100 epochs of 250 batches of 32. */
export const RUN = { base: 0.01, steps: 25_000, stepsPerEpoch: 250, samplesPerStep: 32, tokensPerStep: 16_384 };
