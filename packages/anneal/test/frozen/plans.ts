import {
  batchScale,
  clock,
  constant,
  cosine,
  exponential,
  geometric,
  linear,
  multiStep,
  type Plan,
  piecewise,
  polynomial,
  sequence,
  step,
  warmupMultiFactor,
} from "../../src/index.ts";

/** The run that all of them are read against: 100 epochs of 250 batches of 32. */
export const RUN = { base: 0.01, steps: 25_000, stepsPerEpoch: 250, samplesPerStep: 32, tokensPerStep: 16_384 };

const warmup = { milestones: ["30 epochs", "60 epochs", "90 epochs"], warmup: "5 epochs" } as const;

/** Representative plans, by the name of what makes them. */
export const PLANS: Readonly<Record<string, Plan>> = {
  constant: constant({ value: "0.1x" }),
  linear: linear({ from: 0.001, to: "1x", over: "7.3 epochs" }),
  "linear down": linear({ from: "1x", to: 1e-7, over: "rest" }),
  cosine: cosine({ from: "1x", to: "0.01x", over: "90%" }),
  "cosine up": cosine({ from: 3e-7, to: 0.3, over: "1e5 samples" }),
  polynomial: polynomial({ from: "1x", to: 1e-6, over: 20_001, power: 0.9 }),
  "polynomial squared": polynomial({ from: 0.3, to: 0, over: "1e8 tokens", power: 2 }),
  geometric: geometric({ from: 1e-7, to: 10, over: 997 }),
  exponential: exponential({ from: "1x", factor: 0.94, every: "2 epochs" }),
  "exponential in stairs": exponential({ from: "1x", factor: 0.94, every: "2.4 epochs", staircase: true }),
  piecewise: piecewise({ from: "1x", at: [3000, "61.1 epochs", "77%"], to: ["0.31x", 0.0007, "0.0029x"] }),
  sequence: sequence(
    linear({ from: 1e-6, to: "1x", over: "3%" }),
    { plan: cosine({ from: "last", to: 0, over: "70 epochs" }), until: "41.7%" },
    polynomial({ from: "last", to: "0.002x", over: "rest", power: 1.7 }),
    sequence(constant({ value: "last", over: 100 }), geometric({ from: "last", to: 1e-9, over: "11 epochs" })),
  ),
  clock: clock({
    unit: "samples",
    plan: sequence(linear({ from: 0, to: "1x", over: 33_333 }), cosine({ from: "last", to: 1e-5, over: "rest" })),
  }),
  batchScale: batchScale({
    plan: cosine({ from: "1x", to: 1e-5, over: "rest" }),
    batch: 576,
    reference: 256,
    rule: "sqrt",
  }),
  multiStep: multiStep({ milestones: ["33 epochs", 12_345, "80%"], factor: 0.27 }),
  step: step({ every: "9 epochs", factor: 0.7 }),
  warmupMultiFactor: warmupMultiFactor(warmup),
  "warmupMultiFactor constant": warmupMultiFactor({ ...warmup, strategy: "constant", from: "0.3x" }),
  "warmupMultiFactor exponential": warmupMultiFactor({ ...warmup, strategy: "exponential", factor: 0.37 }),
  "warmupMultiFactor cosine": warmupMultiFactor({ ...warmup, strategy: "cosine", warmup: "7.77 epochs" }),
};
