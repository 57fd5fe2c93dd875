import { expect } from "vitest";
import { type Functions, type Plan, parsePlan, type Run, schedule } from "../src/index.ts";
import { exactEnds } from "./laws/exactEnds.ts";
import { lastAfterACut } from "./laws/lastAfterACut.ts";
import type { Law } from "./laws/read.ts";
import { repeated } from "./laws/repeated.ts";
import { shifted } from "./laws/shifted.ts";
import { wrapped } from "./laws/wrapped.ts";
import { expectNear, expectSame } from "./near.ts";
import { cornersOf, restOf } from "./reference/corners.ts";
import { inSteps, isDeeplyFrozen, levelsOf } from "./trees.ts";

/** What holds for every plan in every run that it can be read against; fails with the law that is broken. */
export function laws(plan: Plan, run: Run = {}, functions: Functions = {}): void {
  const saved = JSON.stringify([plan, run]);
  const build = (other: Plan, facts: Run = run) => schedule(other, facts, { functions });
  const lr = build(plan);
  const steps = stepsThatMatter(plan, run);
  const read = { plan, run, build, lr, steps, curve: steps.map(lr) };
  for (const law of LAWS) law(read);
  expect(JSON.stringify([plan, run]), "what was given is left alone").toBe(saved);
}

const LAWS: readonly Law[] = [
  exactEnds,
  function finiteAndNotNegative({ lr, steps, curve }) {
    const far = [1e9, 1e15, 1e300, Number.MAX_VALUE, Number.POSITIVE_INFINITY];
    const [all, values] = [
      [...steps, ...far],
      [...curve, ...far.map(lr)],
    ];
    const wrong = values.findIndex((value) => !(value >= 0 && value < Number.POSITIVE_INFINITY));
    expect(wrong < 0 || { step: all[wrong], value: values[wrong] }).toBe(true);
  },
  function anyOrderOfReading({ plan, build, lr, steps, curve }) {
    const backwards = [...steps].reverse();
    expectSame("read backwards", backwards, backwards.map(lr), [...curve].reverse());
    const fresh = build(plan);
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
  function savedAndReadAgain({ lr, build, steps, curve }) {
    const saved = JSON.parse(JSON.stringify(lr));
    expect(saved.version).toBe(1);
    const again = parsePlan(saved);
    expect(again).toEqual(lr.plan);
    expectSame("saved and read again", steps, steps.map(build(again)), curve);
  },
  function deeplyFrozen({ lr }) {
    expect(isDeeplyFrozen(lr.plan)).toBe(true);
    expect(isDeeplyFrozen(parsePlan(JSON.parse(JSON.stringify(lr))))).toBe(true);
    expect(Object.isFrozen(lr.run)).toBe(true);
  },
  function inAnyUnit({ plan, run, build, steps, curve }) {
    expectSame("every time in steps", steps, steps.map(build(inSteps(plan, run))), curve);
  },
  function heldOutside({ plan, run, lr, steps }) {
    expect([-1e-9, -1, -1e6, Number.NEGATIVE_INFINITY, -0].map(lr)).toEqual(new Array(5).fill(lr(0)));
    const around = [Number.NaN, 3, Number.NaN, 0].map(lr);
    expect(around).toEqual([Number.NaN, lr(3), Number.NaN, lr(0)]);
    const end = restOf(plan, run);
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
  function scaledByTheBase({ plan, run, build, steps, curve }) {
    if (run.base === undefined || levelsOf(plan).some((level) => typeof level === "number" && level !== 0)) return;
    const scaled = build(plan, { ...run, base: run.base * 3 });
    const peak = Math.max(...curve) * 3;
    expectNear(
      steps,
      scaled,
      curve.map((value) => ({ value: value * 3, scale: peak })),
    );
  },
  wrapped,
  shifted,
  repeated,
  lastAfterACut,
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
