import { assertType, expectTypeOf, test } from "vitest";
import {
  constant,
  cosine,
  type Level,
  linear,
  type Plan,
  parsePlan,
  piecewise,
  type Run,
  type Schedule,
  schedule,
  sequence,
  type Time,
} from "../../src/index.ts";

test("a plan of steps and absolute levels needs no run", () => {
  assertType<Schedule>(schedule(linear({ from: 0.1, to: 0, over: 100 })));
  assertType<Schedule>(schedule(linear({ from: 0.1, to: 0, over: "100 steps" })));
  assertType<Schedule>(schedule(constant({ value: 0.1 }), { base: 1, steps: 5 }));
});

test("a plan that needs a fact does not compile without it", () => {
  const epochs = linear({ from: 0, to: 0.1, over: "5 epochs" });
  schedule(epochs, { stepsPerEpoch: 250 });
  // @ts-expect-error no run
  schedule(epochs);
  // @ts-expect-error another fact
  schedule(epochs, { steps: 100 });
  // @ts-expect-error the fact as undefined
  schedule(epochs, { stepsPerEpoch: undefined });
  const relative = linear({ from: 0, to: "1x", over: 5 });
  schedule(relative, { base: 0.1 });
  // @ts-expect-error no base
  schedule(relative, { stepsPerEpoch: 250 });
  // @ts-expect-error no steps
  schedule(cosine({ from: 1, to: 0, over: "50%" }), { base: 0.1 });
  // @ts-expect-error no steps
  schedule(cosine({ from: 1, to: 0, over: "rest" }), { base: 0.1 });
  // @ts-expect-error no tokensPerStep
  schedule(cosine({ from: 1, to: 0, over: "1e9 tokens" }), { base: 0.1 });
  // @ts-expect-error no samplesPerStep
  schedule(cosine({ from: 1, to: 0, over: "1 sample" }), { base: 0.1 });
});

test("each of several facts is asked for", () => {
  const plan = piecewise({ from: "1x", at: [5, "3 epochs", "50%"], to: [0.1, 0.01, 0] });
  schedule(plan, { base: 1, stepsPerEpoch: 10, steps: 100 });
  // @ts-expect-error no base
  schedule(plan, { stepsPerEpoch: 10, steps: 100 });
  // @ts-expect-error no stepsPerEpoch
  schedule(plan, { base: 1, steps: 100 });
  // @ts-expect-error no steps
  schedule(plan, { base: 1, stepsPerEpoch: 10 });
});

test("a sequence needs what its parts and their bounds need", () => {
  const warm = linear({ from: 0, to: "1x", over: 5 });
  const fall = cosine({ from: "last", to: 0, over: "rest" });
  schedule(sequence(warm, fall), { base: 1, steps: 100 });
  // @ts-expect-error no base: the first part needs it
  schedule(sequence(warm, fall), { steps: 100 });
  // @ts-expect-error no steps: the second part needs them
  schedule(sequence(warm, fall), { base: 1 });
  // @ts-expect-error no stepsPerEpoch: the bound needs it
  schedule(sequence({ plan: constant({ value: 1 }), until: "5 epochs" }, constant({ value: 2 })));
  schedule(sequence(constant({ value: 1, over: 5 }), constant({ value: 2 })));
});

test("what the compiler cannot know is checked when built, with any run", () => {
  const parsed = parsePlan({});
  schedule(parsed);
  schedule(parsed, { base: 1 });
  const literal: Plan = { kind: "linear", from: 0, to: "1x", over: "5 epochs" };
  schedule(literal);
  schedule(linear({ from: 0 as Level, to: 1 as Level, over: 5 as Time }));
  schedule(sequence(parsed, literal));
});

test("a typo in the run is refused", () => {
  // @ts-expect-error stepPerEpoch
  schedule(constant({ value: 1 }), { stepPerEpoch: 5 });
  // @ts-expect-error text for a number
  schedule(constant({ value: 1 }), { base: "0.1" });
  const run: Run = { base: 0.1 };
  schedule(constant({ value: "1x" }), { base: 0.1, ...run });
});

test("a schedule is a function of a step that fills what it is given", () => {
  const lr = schedule(constant({ value: 1 }));
  expectTypeOf(lr).toBeCallableWith(3);
  expectTypeOf(lr(3)).toEqualTypeOf<number>();
  expectTypeOf(lr.fill(new Float64Array(3))).toEqualTypeOf<Float64Array<ArrayBuffer>>();
  expectTypeOf(lr.fill([0, 0], 5)).toEqualTypeOf<number[]>();
  assertType<(count: number) => number>(lr);
  // @ts-expect-error a step is a number
  lr("3");
  // @ts-expect-error a schedule is read-only
  lr.plan = constant({ value: 1 });
});
