import { expect } from "vitest";
import { PlanError, type Scheduler, type SchedulerState } from "../../src/index.ts";

/** The fields of a plan that say when it ends. */
const ENDS = ["over", "until", "at"] as const;

/**
 * Schedulers of a state, and of the same with some of its plans' ends a hair earlier or later: where two ends meet, such
 * as that of a cycle and that of the part it is in, rounding chooses which one is first.
 */
export function nearly(saved: SchedulerState, restored: (state: SchedulerState) => Scheduler): readonly Scheduler[] {
  const { program } = saved;
  const moved = ENDS.flatMap((name) => [1 - 1e-12, 1 + 1e-12].map((by) => hair(program, name, by) as typeof program));
  return [program, ...moved].flatMap((one) => {
    try {
      return [restored({ ...saved, program: one })];
    } catch (error) {
      // What took all of the run has no room for a hair more.
      if (one === program || !(error instanceof PlanError)) throw error;
      return [];
    }
  });
}

/** Plain data in which the numbers of one field, also in texts such as `"2 epochs"`, are that many times as large. */
function hair(value: unknown, name: string, by: number, isIt = false): unknown {
  if (typeof value === "number") return isIt ? value * by : value;
  if (typeof value === "string") {
    return isIt ? value.replace(/^\d[\d.]*(?:e[+-]?\d+)?/, (number) => String(Number(number) * by)) : value;
  }
  if (Array.isArray(value)) return value.map((one) => hair(one, name, by, isIt));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, own]) => [key, hair(own, name, by, key === name)]));
}

/** How far from a position it is read: farther than a restart that has been reached by rounding. */
const OFF = 4e-9;

/**
 * The values of schedulers about a position, for each group: where they jump, rounding chooses between them. What a curve
 * goes to from either side, which may be steep, lies on the line through two of its values.
 */
export function around(
  schedulers: readonly Scheduler[],
  key: string,
  position: number,
): readonly (readonly number[])[] {
  const places = schedulers.flatMap((scheduler) => {
    const at = (off: number): readonly number[] => {
      scheduler.seek(Math.max(position + off * Math.max(position, 1), 0));
      return scheduler.rates()[key] ?? [];
    };
    const sides = [-OFF, OFF].flatMap((off) => {
      const [near, far] = [at(off), at(2 * off)];
      return [near, near.map((rate, group) => 2 * rate - (far[group] as number))];
    });
    return [at(0), ...sides];
  });
  return (places[0] as number[]).map((_, group) => places.map((rates) => rates[group] as number));
}

/** Fails where a group's value is not between those that it should be, up to rounding. */
export function near(actual: readonly number[] | undefined, expected: readonly (readonly number[])[]): void {
  const count = Math.min(actual?.length ?? 0, expected.length);
  for (let group = 0; group < count; group++) {
    const [value, values] = [actual?.[group] as number, expected[group] as readonly number[]];
    // A root is infinitely steep at its end: 1e-16 of the way left is 1e-8 of the levels' difference.
    const slack = 1e-9 * Math.max(value, ...values) + 4e-8;
    expect(value).toBeGreaterThanOrEqual(Math.min(...values) - slack);
    expect(value).toBeLessThanOrEqual(Math.max(...values) + slack);
  }
}
