import { assertType, expectTypeOf, test } from "vitest";
import {
  type Controller,
  constant,
  type Decision,
  type Greedy,
  greedy,
  kerasPlateau,
  optaxPlateau,
  type Plateau,
  plateau,
  replay,
  Scheduler,
} from "../../src/index.ts";

const plan = constant({ value: "1x" });
const optimizer = { paramGroups: [{ lr: 0.1 }] };

test("a factory returns its own kind, which is a controller and read-only", () => {
  const one = plateau({ patience: 3, minRate: [0, 1e-3] });
  assertType<Plateau>(one);
  assertType<Controller>(one);
  assertType<Greedy>(greedy());
  assertType<Plateau>(kerasPlateau({ minDelta: 0 }));
  assertType<Plateau>(optaxPlateau({ accumulationSize: 3 }));
  expectTypeOf(one.kind).toEqualTypeOf<"plateau">();
  // @ts-expect-error a controller is frozen
  one.patience = 1;
});

test("options are checked by name and type", () => {
  // @ts-expect-error patients
  plateau({ patients: 3 });
  // @ts-expect-error a mode is min or max
  plateau({ mode: "auto" });
  // @ts-expect-error only greedy raises
  plateau({ maxRate: 1 });
  // @ts-expect-error greedy has no average
  greedy({ accumulate: 3 });
  // @ts-expect-error the name in Keras is minDelta
  kerasPlateau({ atol: 1 });
  // @ts-expect-error optax has no mode
  optaxPlateau({ mode: "max" });
});

test("a program takes plans with a controller or several", () => {
  const scheduler = new Scheduler(optimizer, { lr: { plan, controllers: plateau() } });
  new Scheduler(optimizer, { lr: { plan: [plan], controllers: [plateau(), greedy()] }, momentum: { plan } });
  expectTypeOf(scheduler.observe(0.5)).toEqualTypeOf<Decision[]>();
  scheduler.observe({ loss: 0.5 });
  // @ts-expect-error a metric is a number
  scheduler.observe("0.5");
  // @ts-expect-error a metric is a number
  scheduler.observe({ loss: null });
  // @ts-expect-error a controller is not a plan
  new Scheduler(optimizer, { lr: plateau() });
  // @ts-expect-error a plan is not a controller
  new Scheduler(optimizer, { lr: { plan, controllers: plan } });
  // @ts-expect-error controllers scale a plan
  new Scheduler(optimizer, { lr: { controllers: plateau() } });
});

test("replay takes metrics as JSON has them", () => {
  const { rates, decisions } = replay(plateau(), [1, null, { loss: null }], { bases: [1] });
  expectTypeOf(rates).toEqualTypeOf<readonly (readonly number[])[]>();
  expectTypeOf(decisions).toEqualTypeOf<readonly Decision[]>();
  // @ts-expect-error a plan is not a controller
  replay(plan, [1]);
});
