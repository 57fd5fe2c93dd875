import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Scheduler, type SchedulerState } from "../../src/index.ts";
import { extend, keep, type Policy, replace, rescale, rewarm, splice } from "../../src/resume/index.ts";
import { FUNCTIONS } from "../arbitrary/functions.ts";
import { runs } from "../arbitrary/runs.ts";
import { around, near, nearly } from "./around.ts";
import { goneOn, made, optimizerOf, type Resuming, resuming, savedOf } from "./resuming.ts";

const POLICIES: Readonly<Record<string, Policy>> = {
  keep,
  replace,
  rescale,
  extend,
  splice,
  "rewarm from the rate in force": rewarm({ over: "20 steps" }),
  "rewarm from 0": rewarm({ over: "1%", from: 0 }),
  "rewarm to a plan that begins": rewarm({ over: 7, from: "0.1x", clock: "local" }),
};

/** Runs a law over what a policy makes, and says that there was something to run it over. */
function hold(policy: Policy, law: (scheduler: Scheduler, one: Resuming) => void, numRuns = 120): void {
  let held = 0;
  const each = (one: Resuming) => {
    const scheduler = goneOn(one, policy);
    if (!scheduler) return;
    held++;
    law(scheduler, one);
  };
  fc.assert(fc.property(resuming, each), { numRuns: runs(numRuns) });
  expect(held).toBeGreaterThan(runs(numRuns) / 10);
}

/** A scheduler in a fresh process, from nothing but what was saved. */
function fresh(state: SchedulerState): Scheduler {
  const saved: SchedulerState = JSON.parse(JSON.stringify(state));
  const bases = Object.values(saved.bases)[0] as readonly number[];
  const scheduler = new Scheduler(optimizerOf(bases.map(() => 0.123)), saved.program, saved.run, {
    functions: FUNCTIONS,
  });
  scheduler.restore(saved);
  return scheduler;
}

/** The values at so many steps from a position on. */
function trace(scheduler: Scheduler, from: number): unknown {
  const steps = [0, 1, 2, 10, 100, 333.5, 1e4, 1e5].map((step) => from + step);
  return steps.map((step) => {
    scheduler.seek(step);
    return scheduler.rates();
  });
}

describe.each(Object.entries(POLICIES))("what goes on after %s", (name, policy) => {
  it("is saved and restored as any state, to the same values with ===", () => {
    hold(policy, (scheduler) => {
      const again = fresh(scheduler.state());
      expect(JSON.stringify(again.state())).toBe(JSON.stringify(scheduler.state()));
      expect(trace(again, 0)).toEqual(trace(scheduler, 0));
      const { position } = again;
      for (const metric of [1, 1, 2]) expect(again.observe(metric)).toEqual(scheduler.observe(metric));
      expect(trace(again, position)).toEqual(trace(scheduler, position));
    });
  });

  it("is a pure function of the two states, which stay as they are", () => {
    const law = (one: Resuming) => {
      const [saved, own] = [savedOf(one), made(one.next).state()];
      const before = JSON.stringify([saved, own]);
      const run = () => {
        try {
          return JSON.stringify(policy(saved, own, FUNCTIONS));
        } catch (error) {
          return (error as Error).message;
        }
      };
      expect(run()).toBe(run());
      expect(JSON.stringify([saved, own])).toBe(before);
    };
    fc.assert(fc.property(resuming, law), { numRuns: runs(50) });
  });

  it("writes to the optimizer what it says, and changes nothing where it says nothing", () => {
    const law = (one: Resuming) => {
      const optimizer = optimizerOf(one.next.bases);
      const scheduler = new Scheduler(optimizer, one.next.program, one.next.run, { functions: FUNCTIONS });
      const before = JSON.stringify([optimizer, scheduler.state()]);
      try {
        scheduler.restore(savedOf(one), policy);
      } catch {
        expect(JSON.stringify([optimizer, scheduler.state()])).toBe(before);
        return;
      }
      expect(optimizer.paramGroups.map(({ lr }) => lr)).toEqual(scheduler.rates().lr);
    };
    fc.assert(fc.property(resuming, law), { numRuns: runs(100) });
  });

  if (/keep|extend|splice|rewarm/.test(name)) {
    it("leaves what was before, with ===, where an update is the same in both runs", () => {
      hold(policy, (scheduler, one) => {
        const { position } = one;
        if (scheduler.position !== position || position === 0) return;
        const old = fresh(savedOf(one));
        const scales = (own: Scheduler) => own.state().controllers;
        for (const share of [0, 0.1, 0.5, 0.77, 0.999]) {
          old.seek(share * position);
          scheduler.seek(share * position);
          for (const key of Object.keys(scheduler.rates())) {
            // A new controller starts without the scale of the old one.
            if (JSON.stringify(scales(old)[key]) !== JSON.stringify(scales(scheduler)[key])) continue;
            const [was, is] = [old.rates()[key] ?? [], scheduler.rates()[key] as number[]];
            expect(is.slice(0, was.length)).toEqual(was.slice(0, is.length));
          }
        }
      });
    });
  }

  if (/keep|extend|splice|in force/.test(name)) {
    it("begins at the rate in force", () => {
      hold(policy, (scheduler, one) => {
        const { position } = one;
        const old = nearly(savedOf(one), fresh);
        for (const [key, rates] of Object.entries(scheduler.rates())) near(rates, around(old, key, position));
      });
    });
  }

  if (/extend/.test(name)) {
    it("ends where the old plan ended", () => {
      hold(policy, (scheduler, one) => {
        const old = nearly(savedOf(one), fresh);
        scheduler.seek(one.next.run.steps as number);
        near(scheduler.rates().lr, around(old, "lr", Math.max(one.old.run.steps as number, one.position)));
      });
    });
  }

  if (/splice|rewarm from/.test(name)) {
    it("ends where the new plan ends", () => {
      hold(policy, (scheduler, one) => {
        const end = one.next.run.steps as number;
        if (scheduler.position + 0.01 * end + 20 > end) return;
        const { controllers } = scheduler.state();
        const own = made(one.next);
        scheduler.seek(end);
        const scale = (group: number) =>
          (controllers.lr ?? []).reduce((all, { scales }) => all * (scales[group] ?? 1), 1);
        const expected = around([own], "lr", end).map((values, group) => values.map((rate) => rate * scale(group)));
        near(scheduler.rates().lr, expected);
      });
    });
  }
});
