import { assertType, expectTypeOf, test } from "vitest";
import {
  type Clamp,
  type Clock,
  type Constant,
  type CosineWave,
  type Custom,
  clamp,
  clock,
  constant,
  cosine,
  cosineWave,
  custom,
  type Linear,
  type Logarithmic,
  linear,
  logarithmic,
  type Plan,
  type PowerLaw,
  type Product,
  piecewise,
  powerLaw,
  product,
  type Repeat,
  repeat,
  type Shift,
  type Sum,
  sequence,
  shift,
  sum,
  type Tanh,
  tanh,
} from "../../src/index.ts";

test("a factory returns its own kind, which is a plan and read-only", () => {
  const plan = linear({ from: 0, to: "1x", over: "5 epochs" });
  assertType<Linear>(plan);
  assertType<Plan>(plan);
  assertType<Constant>(constant({ value: 0.1 }));
  expectTypeOf(plan.kind).toEqualTypeOf<"linear">();
  // @ts-expect-error a plan is frozen
  plan.from = 1;
});

test("so does every other, by its name", () => {
  const plan = linear({ from: 0, to: 1, over: 5 });
  expectTypeOf(cosineWave({ from: 1, to: 0, over: 5 })).toExtend<CosineWave>();
  expectTypeOf(tanh({ from: 1, to: 0, over: 5 })).toExtend<Tanh>();
  expectTypeOf(logarithmic({ from: 1, to: 0, over: 5 })).toExtend<Logarithmic>();
  expectTypeOf(powerLaw({ from: 1, every: 5, power: -1 })).toExtend<PowerLaw>();
  expectTypeOf(custom({ name: "mine" })).toExtend<Custom>();
  expectTypeOf(repeat({ plan })).toExtend<Repeat>();
  expectTypeOf(product(plan, plan)).toExtend<Product>();
  expectTypeOf(sum(plan, plan)).toExtend<Sum>();
  expectTypeOf(clamp({ plan })).toExtend<Clamp>();
  expectTypeOf(shift({ plan, by: -1 })).toExtend<Shift>();
  expectTypeOf(clock({ unit: "samples", plan })).toExtend<Clock>();
  // @ts-expect-error a plan is frozen, and so are its lists
  product(plan).factors.push(plan);
  // @ts-expect-error a plan is frozen
  shift({ plan, by: 1 }).by = 2;
  // @ts-expect-error a wave is no ramp
  assertType<Linear>(cosineWave({ from: 1, to: 0, over: 5 }));
});

test("a plan may be written as a literal", () => {
  assertType<Plan>({ kind: "linear", from: 0, to: "1x", over: 5 });
  assertType<Plan>({
    kind: "sequence",
    parts: [{ kind: "constant", value: 1, over: 2 }, { plan: linear({ from: 1, to: 0, over: 3 }) }],
  });
  assertType<Plan>({
    kind: "clamp",
    plan: { kind: "repeat", plan: { kind: "constant", value: 1, over: 2 } },
    min: "0.1x",
  });
  assertType<Plan>({
    kind: "product",
    factors: [
      { kind: "custom", name: "mine" },
      { kind: "sum", terms: [] },
    ],
  });
  // @ts-expect-error a function cannot be saved
  assertType<Plan>({ kind: "custom", name: () => 1 });
  // @ts-expect-error a part is no plan
  assertType<Plan>({ kind: "product", factors: [{ plan: { kind: "constant", value: 1 }, until: 5 }] });
  // @ts-expect-error a kind that is not known
  assertType<Plan>({ kind: "linaer", from: 0, to: "1x", over: 5 });
  // @ts-expect-error a field of another kind
  assertType<Plan>({ kind: "constant", value: 0.1, from: 0 });
  // @ts-expect-error a field is missing
  assertType<Plan>({ kind: "linear", from: 0, to: "1x" });
});

test("a typo in a field is refused", () => {
  // @ts-expect-error ovre
  linear({ from: 0, to: "1x", over: 5, ovre: 5 });
  // @ts-expect-error form
  linear({ form: 0, to: "1x", over: 5 });
  // @ts-expect-error milestones
  piecewise({ from: "1x", at: [1], to: [0], milestones: [1] });
  // @ts-expect-error epocks
  cosine({ from: "1x", to: 0, over: "5 epocks" });
  // @ts-expect-error a wrong unit in a list
  piecewise({ from: "1x", at: ["5 epocks"], to: [0] });
});

test("a sequence takes plans and parts", () => {
  const part = linear({ from: 0, to: "1x", over: 5 });
  assertType<Plan>(sequence(part, { plan: part, until: "10 epochs", clock: "global" }));
  // @ts-expect-error a clock that is not known
  sequence({ plan: part, clock: "globl" });
  // @ts-expect-error neither a plan nor a part
  sequence({ until: 5 });
});
