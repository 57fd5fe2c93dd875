import { expect } from "vitest";
import { type Level, type Plan, parsePlan, type Run, type Schedule, schedule, sequence } from "../src/index.ts";
import { expectNear, expectSame } from "./near.ts";
import { cornersOf, endOf } from "./reference/corners.ts";
import { readingOf, stepsOf } from "./reference/units.ts";
import { inSteps, isDeeplyFrozen, levelsOf } from "./trees.ts";

/** A plan in its run, with its curve at all the steps that matter to it. */
interface Read {
  readonly plan: Plan;
  readonly run: Run;
  readonly lr: Schedule;
  readonly steps: readonly number[];
  readonly curve: readonly number[];
}

/** What holds for every plan in every run that it can be read against; fails with the law that is broken. */
export function laws(plan: Plan, run: Run = {}): void {
  const saved = JSON.stringify([plan, run]);
  const lr = schedule(plan, run);
  const steps = stepsThatMatter(plan, run);
  const read = { plan, run, lr, steps, curve: steps.map(lr) };
  for (const law of LAWS) law(read);
  expect(JSON.stringify([plan, run]), "what was given is left alone").toBe(saved);
}

const LAWS: readonly ((read: Read) => void)[] = [
  function exactEnds({ plan, run, lr }) {
    const value = (level: Level) =>
      level === "1x" ? run.base : readingOf(level, run, { value: Number.NaN, scale: 0 }).value;
    const exactly = (level: Level, step: number) => {
      if (typeof level === "number" || level === "1x") expect(lr(step), `level ${level} at ${step}`).toBe(value(level));
    };
    if (plan.kind === "sequence") return;
    if (plan.kind === "constant") for (const step of [0, 1.5, 1e6]) exactly(plan.value, step);
    else if (plan.kind === "piecewise") {
      plan.at.forEach((time, i) => {
        exactly(plan.to[i] as Level, stepsOf(time, run));
      });
    } else if (endOf(plan, run) > 0) exactly(plan.from, 0);
    if ("to" in plan && plan.kind !== "piecewise") exactly(plan.to, endOf(plan, run));
  },
  function finiteAndNotNegative({ steps, curve }) {
    const wrong = curve.findIndex((value) => !(value >= 0 && value < Number.POSITIVE_INFINITY));
    expect(wrong < 0 || { step: steps[wrong], value: curve[wrong] }).toBe(true);
  },
  function anyOrderOfReading({ plan, run, lr, steps, curve }) {
    const backwards = [...steps].reverse();
    expectSame("read backwards", backwards, backwards.map(lr), [...curve].reverse());
    const fresh = schedule(plan, run);
    expectSame("read forwards afresh", steps, steps.map(fresh), curve);
    const mixed = steps.map((_, i) => (i * 7919) % steps.length);
    const jumps = mixed.map((i) => steps[i] as number);
    expectSame(
      "read in jumps",
      jumps,
      jumps.map(fresh),
      mixed.map((i) => curve[i] as number),
    );
  },
  function fillIsAt({ lr, run, plan }) {
    for (const corner of cornersOf(plan, run)) {
      for (const first of [corner - 4, corner - 2.5, corner - 0.1, corner + 1000]) {
        const steps = Array.from({ length: 9 }, (_, i) => first + i);
        expectSame(`fill from ${first}`, steps, lr.fill(new Float64Array(9), first), steps.map(lr));
      }
    }
    const steps = Array.from({ length: 300 }, (_, i) => i);
    expectSame("fill", steps, lr.fill(new Array(300).fill(7)), steps.map(lr));
  },
  function savedAndReadAgain({ lr, run, steps, curve }) {
    const saved = JSON.parse(JSON.stringify(lr));
    expect(saved.version).toBe(1);
    const again = parsePlan(saved);
    expect(again).toEqual(lr.plan);
    expectSame("saved and read again", steps, steps.map(schedule(again, run)), curve);
  },
  function deeplyFrozen({ lr }) {
    expect(isDeeplyFrozen(lr.plan)).toBe(true);
    expect(isDeeplyFrozen(parsePlan(JSON.parse(JSON.stringify(lr))))).toBe(true);
    expect(Object.isFrozen(lr.run)).toBe(true);
  },
  function aloneInASequence({ plan, run, steps, curve }) {
    expectSame("alone in a sequence", steps, steps.map(schedule(sequence(plan), run)), curve);
    expectSame("alone in a part", steps, steps.map(schedule(sequence({ plan, clock: "global" }), run)), curve);
  },
  function inAnyUnit({ plan, run, steps, curve }) {
    expectSame("every time in steps", steps, steps.map(schedule(inSteps(plan, run), run)), curve);
  },
  function heldOutside({ plan, run, lr, steps }) {
    expect([-1e-9, -1, -1e6, Number.NEGATIVE_INFINITY, -0].map(lr)).toEqual(new Array(5).fill(lr(0)));
    const around = [Number.NaN, 3, Number.NaN, 0].map(lr);
    expect(around).toEqual([Number.NaN, lr(3), Number.NaN, lr(0)]);
    const end = endOf(plan, run);
    if (end === Number.POSITIVE_INFINITY) return;
    const held = [end + 1e-3, end + 1, end * 2 + 7, 1e9, Number.MAX_VALUE, Number.POSITIVE_INFINITY];
    expectSame(
      "held after the end",
      held,
      held.map(lr),
      held.map(() => lr(end)),
    );
    expect(steps.at(-1)).toBeGreaterThan(end);
  },
  function scaledByTheBase({ plan, run, steps, curve }) {
    if (run.base === undefined || levelsOf(plan).some((level) => typeof level === "number")) return;
    const scaled = schedule(plan, { ...run, base: run.base * 3 });
    const peak = Math.max(...curve) * 3;
    expectNear(
      steps,
      scaled,
      curve.map((value) => ({ value: value * 3, scale: peak })),
    );
  },
];

/** Every corner of a plan and its neighbours, and steps in between and beyond, fractional ones too. */
function stepsThatMatter(plan: Plan, run: Run): number[] {
  const corners = cornersOf(plan, run);
  const last = (corners.at(-1) as number) + 10;
  const near = corners.flatMap((corner) => [corner - 1, corner - 0.125, corner, corner + 0.125, corner + 1]);
  const between = Array.from({ length: 40 }, (_, i) => Math.round(8 * ((last * 1.3 * i) / 40)) / 8);
  const steps = [...near, ...between, last * 2].filter((step) => step >= 0);
  return [...new Set(steps)].sort((a, b) => a - b);
}
