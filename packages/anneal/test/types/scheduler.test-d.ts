import { expectTypeOf, test } from "vitest";
import { linear, parsePlan, Scheduler, schedule } from "../../src/index.ts";

const optimizer = { paramGroups: [{ lr: 0.1, momentum: 0.9, betas: [0.9, 0.999] }] };
const down = linear({ from: "1x", to: 0, over: "5 epochs" });

test("a scheduler takes plans, lists of plans, and plans from JSON; its run is checked when built", () => {
  const scheduler = new Scheduler(
    optimizer,
    { lr: down, momentum: [down], beta1: parsePlan({}) },
    { stepsPerEpoch: 10 },
  );
  expectTypeOf(scheduler.position).toEqualTypeOf<number>();
  expectTypeOf(scheduler.rates()).toEqualTypeOf<Record<string, number[]>>();
  scheduler.step();
  scheduler.seek(12.5);
  scheduler.restore(scheduler.state());
});

test("what it must not take", () => {
  // @ts-expect-error no param groups
  new Scheduler({ lr: 0.1 }, { lr: down });
  // @ts-expect-error a rate is not a plan
  new Scheduler(optimizer, { lr: 0.1 });
  // @ts-expect-error a function is not a plan
  new Scheduler(optimizer, { lr: (step: number) => step });
  // @ts-expect-error a schedule is not a plan, though it has one
  new Scheduler(optimizer, { lr: schedule(down, { base: 1, stepsPerEpoch: 9 }) });
  // @ts-expect-error a plan is no program
  new Scheduler(optimizer, down);
  // @ts-expect-error stepPerEpoch
  new Scheduler(optimizer, { lr: down }, { stepPerEpoch: 10 });
  const scheduler = new Scheduler(optimizer, { lr: down }, { stepsPerEpoch: 10 });
  // @ts-expect-error the position is moved by step and seek
  scheduler.position = 5;
  // @ts-expect-error a position is a number
  scheduler.seek("5");
});
