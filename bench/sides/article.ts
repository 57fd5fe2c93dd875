/** The article's training run, in updates, for the hand-written sides. */
export const ARTICLE = { base: 0.01, from: 0.001, warmup: 1250, milestones: [7500, 15_000, 22_500], factor: 0.1 };
/** How many updates the article's run has. */
export const STEPS = 25_000;
/** The same run as facts for a plan that speaks of epochs. */
export const RUN = { base: 0.01, stepsPerEpoch: 250, steps: STEPS };
/** A warm-up, then half a cosine wave over the rest of the run: a curve that changes at every update. */
export const COSINE = { base: 0.01, from: 0.001, warmup: 1250, steps: STEPS };
