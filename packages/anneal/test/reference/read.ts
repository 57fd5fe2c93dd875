import type { Plan, Run } from "../../src/index.ts";
import { exponentialAt, levelAt, rampAt } from "./curves.ts";
import { layOut, type Place } from "./layout.ts";
import { type Reading, readingOf, stepsOf } from "./units.ts";

/**
 * A second reading of the documentation, straight and slow: what a plan says at step `t`, or with `before` where it
 * was heading just before `t`. It shares no code with the library.
 */
export function readAt(plan: Plan, t: number, place: Place, before = false): Reading {
  const { run, room, last } = place;
  if (plan.kind === "sequence") {
    const [laid, held] = layOut(plan, place);
    const part = laid.find(({ start, end }) => (before ? start < t && t <= end : start <= t && t < end));
    return part === undefined ? held : readAt(part.plan, t - part.origin, part.place, before);
  }
  if (plan.kind === "constant") return readingOf(plan.value, run, last);
  const from = readingOf(plan.from, run, last);
  if (plan.kind === "piecewise") {
    const index = levelAt(
      t,
      plan.at.map((time) => stepsOf(time, run)),
      before,
    );
    return index < 0 ? from : readingOf(plan.to[index] ?? 0, run, last);
  }
  if (plan.kind === "exponential") return exponentialAt(plan, t, stepsOf(plan.every, run), from, before);
  const over = plan.over === "rest" ? room : stepsOf(plan.over, run);
  return rampAt(plan, t, over, from, readingOf(plan.to, run, last));
}

/** What a whole plan says at a step of a run. */
export function reference(plan: Plan, run: Run, step: number): Reading {
  const nothing = { value: Number.NaN, scale: Number.NaN };
  return readAt(plan, Math.max(step, 0), { run, room: run.steps ?? Number.NaN, last: nothing });
}
