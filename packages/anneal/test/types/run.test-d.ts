import { assertType, expectTypeOf, test } from "vitest";
import {
  type BatchRamp,
  batchRamp,
  batchScale,
  type CountedRun,
  clock,
  constant,
  cosine,
  linear,
  type Plan,
  type Run,
  run,
  schedule,
} from "../../src/index.ts";

const options = { samples: 60_000, batchSize: 32, epochs: 90 };

test("a counted run has the facts that it was given the numbers for", () => {
  const facts = run(options);
  assertType<Run>(facts);
  expectTypeOf(facts.steps).toEqualTypeOf<number>();
  expectTypeOf(facts.stepsPerEpoch).toEqualTypeOf<number>();
  expectTypeOf(facts.samplesPerStep).toEqualTypeOf<number>();
  expectTypeOf(facts.summary).toEqualTypeOf<string>();
  const plan = cosine({ from: 1, to: 0, over: "5 epochs" });
  schedule(plan, facts);
  schedule(cosine({ from: 1, to: 0, over: "rest" }), facts);
  schedule(cosine({ from: 1, to: 0, over: "1e6 samples" }), facts);
  // @ts-expect-error no base
  schedule(cosine({ from: "1x", to: 0, over: "rest" }), facts);
  schedule(cosine({ from: "1x", to: 0, over: "rest" }), { ...facts, base: 0.1 });
  // @ts-expect-error no tokensPerStep
  schedule(cosine({ from: 1, to: 0, over: "1e9 tokens" }), facts);
});

test("with a base or a sequence length it has more", () => {
  schedule(cosine({ from: "1x", to: 0, over: "rest" }), run({ ...options, base: 0.1 }));
  schedule(cosine({ from: 1, to: 0, over: "1e9 tokens" }), run({ ...options, sequenceLength: 1024 }));
  const both = run({ ...options, base: 0.1, sequenceLength: 1024 });
  schedule(cosine({ from: "1x", to: 0, over: "1e9 tokens" }), both);
  assertType<CountedRun>(both);
  // @ts-expect-error no tokensPerStep
  schedule(cosine({ from: "1x", to: 0, over: "1e9 tokens" }), run({ ...options, base: 0.1 }));
});

test("run refuses what it does not know", () => {
  // @ts-expect-error no epochs
  run({ samples: 60_000, batchSize: 32 });
  // @ts-expect-error a typo
  run({ ...options, acumulate: 4 });
  // @ts-expect-error another word
  run({ ...options, lastAccumulation: "flush" });
  // @ts-expect-error not a number
  run({ ...options, base: "0.1" });
});

test("a batch size may be ramped", () => {
  const samplesPerStep = batchRamp({ start: 16, increment: 16, samples: 1000, size: 48 });
  assertType<BatchRamp>(samplesPerStep);
  schedule(linear({ from: 0, to: 1, over: "500 samples" }), { samplesPerStep });
  schedule(linear({ from: 0, to: 1, over: "500 tokens" }), { tokensPerStep: { from: 1, at: [5], to: [2] } });
  // @ts-expect-error only what is consumed may change
  schedule(linear({ from: 0, to: 1, over: "5 epochs" }), { stepsPerEpoch: samplesPerStep });
  // @ts-expect-error no sizes
  schedule(linear({ from: 0, to: 1, over: "500 samples" }), { samplesPerStep: { from: 1, at: [5] } });
});

test("a clock needs what it counts by, and what its plan needs", () => {
  const plan = clock({ unit: "samples", plan: linear({ from: 0, to: "1x", over: 500 }) });
  schedule(plan, { samplesPerStep: 8, base: 1 });
  // @ts-expect-error no samplesPerStep
  schedule(plan, { base: 1 });
  // @ts-expect-error no base
  schedule(plan, { samplesPerStep: 8 });
  // @ts-expect-error no tokensPerStep
  schedule(clock({ unit: "tokens", plan: constant({ value: 1 }) }), { samplesPerStep: 8 });
  // @ts-expect-error an unknown unit
  clock({ unit: "epochs", plan: constant({ value: 1 }) });
  schedule(clock({ unit: "samples", plan: constant({ value: 1 }) as Plan }), { samplesPerStep: 1 });
});

test("a scaled plan needs what its plan needs, and a base without one", () => {
  const sizes = { batch: 512, reference: 256 };
  schedule(batchScale({ plan: constant({ value: 1 }), ...sizes }));
  schedule(batchScale(sizes), { base: 0.1 });
  // @ts-expect-error no base
  schedule(batchScale(sizes));
  // @ts-expect-error no stepsPerEpoch
  schedule(batchScale({ plan: linear({ from: 0, to: 1, over: "5 epochs" }), ...sizes }));
  // @ts-expect-error an unknown rule
  batchScale({ ...sizes, rule: "cubic" });
});
