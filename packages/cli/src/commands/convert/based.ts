import type { Curve } from "../../source/curves.ts";
import type { Target } from "./targets.ts";

/** How many steps of a run are looked at. */
const SEEN = 2000;

/**
 * A curve with the rate that an optimizer has to begin with, where its source has none because it says every rate itself:
 * the highest one, as whoever writes it for a framework of base rates does.
 */
export function based(curve: Curve, { setsRate }: Target): Curve {
  const { run, plan, at, lasts } = curve;
  const isRelative = /"-?[\d.e+-]+x"/.test(JSON.stringify(plan));
  if (!setsRate || run.base !== undefined || isRelative) return curve;
  const steps = run.steps ?? lasts ?? SEEN;
  const every = Math.max(1, steps / SEEN);
  let peak = 0;
  for (let step = 0; step < steps; step += every) peak = Math.max(peak, at(Math.floor(step)));
  for (const start of timesIn(plan)) if (start < steps) peak = Math.max(peak, at(Math.ceil(start)));
  return peak > 0 && peak < 1 / 0 ? { ...curve, run: { ...run, base: peak } } : curve;
}

/** The fields that are times. */
const TIMES: ReadonlySet<string> = new Set(["over", "every", "at", "until"]);

/** Every number that a plan has as a time, and what those before it add up to with it. */
function timesIn(plan: unknown): readonly number[] {
  const own = numbersIn(plan, false);
  let sum = 0;
  return own.flatMap((time) => {
    sum += time;
    return [time, sum];
  });
}

function numbersIn(value: unknown, isTime: boolean): readonly number[] {
  if (typeof value === "number") return isTime ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, own]) => {
    return numbersIn(own, Array.isArray(value) ? isTime : TIMES.has(name));
  });
}
