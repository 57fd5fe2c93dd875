import { describe, expect, it } from "vitest";
import { constant, custom, linear, repeat, Scheduler, type SchedulerState } from "../../src/index.ts";
import { messageOf } from "../issues.ts";

const NO_RATES = [Number.NaN, Number.POSITIVE_INFINITY, -1, undefined, null, "0.5", 5n];

/** A group next to one whose function gives what it is told. */
function two(given: { value: unknown }, from = 2) {
  const paramGroups = [{ lr: 1 }, { lr: 1 }];
  const functions = { given: (t: number) => (t < from ? 0.5 : given.value) as number };
  const lr = [linear({ from: 1, to: 0, over: 10 }), custom({ name: "given" })];
  return { paramGroups, make: () => new Scheduler({ paramGroups }, { lr }, {}, { functions }) };
}

describe("a function that gives what is no rate", () => {
  it.each(NO_RATES)("%s is refused when the Scheduler is made, and nothing is written", (value) => {
    const { paramGroups, make } = two({ value }, 0);
    expect(messageOf(make)).toMatch(/^lr\[1\]\(0\): expected a finite number from 0, received /);
    expect(paramGroups).toEqual([{ lr: 1 }, { lr: 1 }]);
  });

  it.each(NO_RATES)("%s is refused at its step, and all groups keep their rates", (value) => {
    const { paramGroups, make } = two({ value });
    const scheduler = make();
    scheduler.step();
    for (const move of [
      () => scheduler.step(),
      () => scheduler.seek(2),
      () => scheduler.restore({ ...scheduler.state(), position: 2 } as SchedulerState),
    ]) {
      expect(messageOf(move)).toMatch(/^lr\[1\]\(2\): expected a finite number from 0, received /);
      expect([scheduler.position, paramGroups.map(({ lr }) => lr)]).toEqual([1, [0.9, 0.5]]);
    }
  });

  it("is asked of the function alone: what a plan says of itself is as it was without functions", () => {
    const betas = { kind: "geometric", from: 0.5, to: 2.5, over: 0.5 } as const;
    const beta1 = repeat({ plan: betas });
    const paramGroups = [{ lr: 1, betas: [0.9, 0.9] as [number, number] }];
    const rates = [undefined, { functions: { given: () => 0.5 } }].map((options) => {
      const scheduler = new Scheduler({ paramGroups }, { beta1 }, { steps: 50 }, options);
      scheduler.seek(20.25);
      return scheduler.rates();
    });
    expect(rates[1]).toEqual(rates[0]);
  });
});

describe("a step inside of a step", () => {
  it("from an optimizer's setter is refused, and the groups keep their rates", () => {
    let inside: Scheduler | undefined;
    const group = {
      rate: 1,
      get lr() {
        return this.rate;
      },
      set lr(value: number) {
        inside?.step();
        this.rate = value;
      },
    };
    const paramGroups = [{ lr: 1 }, group];
    const scheduler = new Scheduler({ paramGroups }, { lr: linear({ from: 1, to: 0, over: 10 }) });
    scheduler.step();
    inside = scheduler;
    expect(messageOf(() => scheduler.step())).toBe("position: expected one at a time, received 2");
    inside = undefined;
    expect([scheduler.position, paramGroups.map(({ lr }) => lr)]).toEqual([1, [0.9, 0.9]]);
    scheduler.step();
    expect([scheduler.position, paramGroups.map(({ lr }) => lr)]).toEqual([2, [0.8, 0.8]]);
  });
});

describe("an optimizer that lost its groups", () => {
  it.each([null, undefined, 5])("has %s instead: one clear error", (paramGroups) => {
    const optimizer = { paramGroups: [{ lr: 1 }] };
    const scheduler = new Scheduler(optimizer, { lr: constant({ value: 1 }) });
    optimizer.paramGroups = paramGroups as never;
    expect(messageOf(() => scheduler.step())).toMatch(/^optimizer.paramGroups: expected a list of param groups/);
  });
});
