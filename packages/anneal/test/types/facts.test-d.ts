import { assertType, test } from "vitest";
import {
  clamp,
  clock,
  constant,
  cosine,
  cosineWave,
  custom,
  exponential,
  geometric,
  type Level,
  linear,
  logarithmic,
  parsePlan,
  polynomial,
  powerLaw,
  product,
  repeat,
  type Schedule,
  schedule,
  sequence,
  shift,
  sum,
  type Time,
  tanh,
} from "../../src/index.ts";

const epochs = linear({ from: 0, to: 0.1, over: "5 epochs" });
const relative = linear({ from: 0, to: "1x", over: 5 });
const plain = linear({ from: 0, to: 1, over: 5 });

test("a ramp needs what its levels and its time need", () => {
  assertType<Schedule>(schedule(tanh({ from: 1, to: 0, over: 5, inclusive: true, lower: -6, upper: 4 })));
  // @ts-expect-error no stepsPerEpoch
  schedule(tanh({ from: 1, to: 0, over: "5 epochs" }));
  // @ts-expect-error no base
  schedule(logarithmic({ from: "0.1x", to: 1, over: 5 }));
  // @ts-expect-error no steps
  schedule(logarithmic({ from: 0, to: 1, over: "6%", inclusive: true }));
  // @ts-expect-error no base
  schedule(cosine({ from: 1, to: "0x", over: 5, power: 2, k: 0.5 }));
  // @ts-expect-error no tokensPerStep
  schedule(polynomial({ from: 1, to: 0, over: "1e9 tokens", power: 1, cycle: true }));
  // @ts-expect-error no steps
  schedule(geometric({ from: 1, to: 0.1, over: "rest", ratio: 0.5 }));
});

test("so does what never ends", () => {
  schedule(exponential({ from: "1x", to: 0.1, factor: 0.5, every: "1 epoch" }), { base: 1, stepsPerEpoch: 5 });
  // @ts-expect-error no base: the level that it goes to needs it
  schedule(exponential({ from: 1, to: "0.1x", factor: 0.5, every: 3 }));
  // @ts-expect-error no stepsPerEpoch
  schedule(exponential({ from: 1, factor: 0.5, every: "1 epoch" }));
  schedule(exponential({ from: 1, factor: 0.5, every: 3 }));
  // @ts-expect-error no samplesPerStep
  schedule(powerLaw({ from: 1, every: "100 samples", power: -1 }));
  // @ts-expect-error no base
  schedule(powerLaw({ from: "1x", rate: 2, every: 3, power: -0.5, staircase: true }));
  // @ts-expect-error no base
  schedule(cosineWave({ from: "1x", to: 0, over: 5 }));
  // @ts-expect-error no stepsPerEpoch
  schedule(cosineWave({ from: 1, to: 0, over: "5 epochs" }));
  schedule(custom({ name: "mine", args: [1, 2] }), {}, { functions: { mine: (t, [a = 0]) => t * a } });
});

test("a plan around others needs what they need", () => {
  schedule(repeat({ plan: epochs, stretch: 2, scale: 0.5 }), { stepsPerEpoch: 5 });
  // @ts-expect-error no stepsPerEpoch
  schedule(repeat({ plan: epochs }));
  // @ts-expect-error no base
  schedule(shift({ plan: relative, by: -1 }));
  // @ts-expect-error no stepsPerEpoch
  schedule(clamp({ plan: epochs, min: 0.1 }));
  // @ts-expect-error no base: the bound needs it
  schedule(clamp({ plan: plain, min: "0.1x" }));
  // @ts-expect-error no base: the other bound needs it
  schedule(clamp({ plan: plain, max: "0.1x" }));
  schedule(clamp({ plan: plain, min: 0, max: 1 }));
  // @ts-expect-error no samplesPerStep: the clock needs it
  schedule(clock({ unit: "samples", plan: plain }));
  // @ts-expect-error no base: the plan on the clock needs it
  schedule(clock({ unit: "samples", plan: relative }), { samplesPerStep: 4 });
  schedule(clock({ unit: "tokens", plan: relative }), { tokensPerStep: 4, base: 1 });
});

test("of several plans each is asked for what it needs", () => {
  schedule(product(relative, plain, epochs), { base: 1, stepsPerEpoch: 5 });
  // @ts-expect-error no base
  schedule(product(relative, plain, epochs), { stepsPerEpoch: 5 });
  // @ts-expect-error no stepsPerEpoch
  schedule(product(relative, plain, epochs), { base: 1 });
  // @ts-expect-error no stepsPerEpoch
  schedule(sum(plain, epochs));
  schedule(sum(plain, constant({ value: 1 })));
  // @ts-expect-error no steps, however deep
  schedule(
    sequence(sum(repeat({ plan: shift({ plan: clamp({ plan: cosine({ from: 1, to: 0, over: "6%" }) }), by: 1 }) }))),
  );
});

test("what the compiler cannot know is checked when built, inside of others too", () => {
  const parsed = parsePlan({});
  schedule(repeat({ plan: parsed }));
  schedule(product(parsed, plain));
  schedule(sum(plain, parsed), { base: 1 });
  schedule(clamp({ plan: plain, min: 1 as Level }));
  schedule(shift({ plan: { kind: "linear", from: "1x", to: 0, over: 5 }, by: 1 }));
  schedule(powerLaw({ from: 1 as Level, every: 1 as Time, power: 1 }));
});

test("a typo or a wrong type is refused in every field", () => {
  // @ts-expect-error lowr
  tanh({ from: 1, to: 0, over: 5, lowr: -7 });
  // @ts-expect-error text
  tanh({ from: 1, to: 0, over: 5, upper: "3" });
  // @ts-expect-error inclusiv
  logarithmic({ from: 1, to: 0, over: 5, inclusiv: true });
  // @ts-expect-error no time
  logarithmic({ from: 1, to: 0 });
  // @ts-expect-error a wave has no last step
  cosineWave({ from: 1, to: 0, over: 5, inclusive: true });
  // @ts-expect-error kdecay
  cosine({ from: 1, to: 0, over: 5, kdecay: 2 });
  // @ts-expect-error cycles
  polynomial({ from: 1, to: 0, over: 5, power: 1, cycles: true });
  // @ts-expect-error ratios
  geometric({ from: 1, to: 0.1, over: 5, ratios: 0.5 });
  // @ts-expect-error floor
  exponential({ from: 1, factor: 0.5, every: 5, floor: 0.1 });
  // @ts-expect-error no power
  powerLaw({ from: 1, every: 5 });
  // @ts-expect-error 5 epocks
  powerLaw({ from: 1, every: "5 epocks", power: 1 });
  // @ts-expect-error strech
  repeat({ plan: plain, strech: 2 });
  // @ts-expect-error no plan
  repeat({ stretch: 2 });
  // @ts-expect-error a shift is a number of steps
  shift({ plan: plain, by: "1 epoch" });
  // @ts-expect-error minimum
  clamp({ plan: plain, minimum: 0 });
  // @ts-expect-error a wrong unit
  clamp({ plan: plain, max: "1 epoch" });
  // @ts-expect-error updates
  clock({ unit: "updates", plan: plain });
  // @ts-expect-error arguments
  custom({ name: "mine", arguments: [1] });
  // @ts-expect-error a function
  custom({ name: (t: number) => t });
  // @ts-expect-error a number is no plan
  product(plain, 0.5);
  // @ts-expect-error a part belongs in a sequence
  sum({ plan: plain, until: 5 });
});
