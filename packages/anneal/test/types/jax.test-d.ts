import { jit, numpy } from "@jax-js/jax";
import { expectTypeOf, test } from "vitest";
import { constant, custom, linear, parsePlan, schedule, warmupCosine } from "../../src/index.ts";
import { traced } from "../../src/jax/index.ts";

test("jax-js's own numpy is what is asked for, and its arrays are what comes", () => {
  const rate = traced(linear({ from: 0.1, to: 0, over: 10 }), {}, numpy);
  expectTypeOf(rate).toEqualTypeOf<(step: numpy.Array) => numpy.Array>();
  expectTypeOf(jit(rate)).toBeCallableWith(numpy.array(1));
  traced(parsePlan({}), {}, numpy);
  const functions = { fading: () => 1 };
  traced(custom({ name: "fading" }), {}, numpy, { functions, traced: { fading: (t) => t.mul(2) } });
});

test("a schedule is what optax takes as a learning rate", () => {
  const lr = schedule(constant({ value: 0.1 }));
  expectTypeOf(lr).toExtend<number | ((count: number) => number)>();
});

test("what it must not take", () => {
  // @ts-expect-error the plan needs stepsPerEpoch and base
  traced(warmupCosine({ warmup: "5 epochs", over: 10 }), { base: 0.1 }, numpy);
  // @ts-expect-error a number is not a plan
  traced(0.1, {}, numpy);
  // @ts-expect-error no numpy
  traced(constant({ value: 0.1 }), {}, Math);
  // @ts-expect-error a function on numbers is none on arrays
  traced(custom({ name: "a" }), {}, numpy, { traced: { a: (t: number) => t } });
  // @ts-expect-error a step is an array
  traced(constant({ value: 0.1 }), {}, numpy)(5);
});
