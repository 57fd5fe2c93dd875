import type { Plan } from "../../src/index.ts";
import { turnsAt } from "./curves.ts";
import type { Place } from "./layout.ts";
import { lengthOf } from "./length.ts";
import { readAt } from "./read.ts";
import { type Reading, readingOf } from "./units.ts";

type PlanOf<K extends Plan["kind"]> = Extract<Plan, { kind: K }>;

/** What several plans say at once; only the first knows what came before. */
function each(plans: readonly Plan[], t: number, place: Place, before: boolean): Reading[] {
  const none = { value: Number.NaN, scale: Number.NaN };
  return plans.map((plan, i) => readAt(plan, t, i === 0 ? place : { ...place, last: none }, before));
}

export function productAt({ factors }: PlanOf<"product">, t: number, place: Place, before: boolean): Reading {
  return each(factors, t, place, before).reduce((one, other) => ({
    value: one.value * other.value,
    scale: Math.max(one.scale * other.value, one.value * other.scale),
  }));
}

export function sumAt({ terms }: PlanOf<"sum">, t: number, place: Place, before: boolean): Reading {
  const add = (a: number, b: number) => a + b;
  const all = each(terms, t, place, before);
  return { value: all.map(({ value }) => value).reduce(add), scale: all.map(({ scale }) => scale).reduce(add) };
}

export function clampAt(plan: PlanOf<"clamp">, t: number, place: Place, before: boolean): Reading {
  const { min = 0, max } = plan;
  const inner = readAt(plan.plan, t, place, before);
  const low = readingOf(min, place.run, inner).value;
  const high = max === undefined ? Number.POSITIVE_INFINITY : readingOf(max, place.run, inner).value;
  const value = Math.min(Math.max(inner.value, low), high);
  return { value, scale: Math.max(inner.scale, value) };
}

/** Before 0 a plan has its first value, and nothing of it lies before that. */
export function shiftAt({ plan, by }: PlanOf<"shift">, t: number, place: Place, before: boolean): Reading {
  const own = { ...place, room: place.room + by };
  return t + by > 0 ? readAt(plan, t + by, own, before) : readAt(plan, 0, own);
}

/** Goes through the cycles from the first on, unless they are all alike. */
export function repeatAt(repeat: PlanOf<"repeat">, t: number, place: Place, before: boolean): Reading {
  const { plan, stretch = 1, scale = 1 } = repeat;
  const length = lengthOf(plan, place.run);
  // What is next to the end of a cycle is there.
  const isIn = (end: number): boolean => (before ? t <= end * (1 + 1e-9) : t < end * (1 - 1e-9));
  let [i, start, size] = [0, 0, 1];
  if (stretch === 1) {
    i = turnsAt(t, length, before);
    start = i * length;
  } else
    while (!isIn(start + length * size)) {
      start += length * size;
      size *= stretch;
      i++;
    }
  const inner = readAt(plan, Math.max((t - start) / size, 0), { ...place, room: length }, before);
  return { value: inner.value * scale ** i, scale: inner.scale * scale ** i };
}
