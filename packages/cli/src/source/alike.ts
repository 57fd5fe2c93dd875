import type { Drawable } from "./drawable.ts";
import { groupsTold } from "./groupsTold.ts";

/** Curves that would hide each other. */
export interface Alike<C extends Drawable = Drawable> {
  /** What they are called: one name for each source that has any. */
  readonly names: readonly string[];
  /** The first of them, which is drawn for all. */
  readonly curve: C;
  /** The groups of all of them. */
  readonly groups: readonly number[];
}

/** At how many steps two curves are compared, at distances that fall everywhere in a cycle. */
const READS = 2000;

const GOLDEN = 0.6180339887498949;

/** The curves of a picture: those with the same values, such as of groups with the same rate, are one. */
export function alike<C extends Drawable>(curves: readonly C[]): readonly Alike<C>[] {
  const sets: C[][] = [];
  const byPlan = new Map<string, C[]>();
  for (const curve of curves) {
    // One curve is like no other, and its plan may be long.
    const key = curves.length > 1 ? JSON.stringify([curve.key, curve.plan, curve.run, curve.steps]) : "";
    const own = byPlan.get(key)?.[0]?.functions === curve.functions ? byPlan.get(key) : undefined;
    const set = own ?? sets.find(([first]) => first && sameValues(first, curve));
    if (set) set.push(curve);
    else sets.push([curve]);
    byPlan.set(key, set ?? (sets.at(-1) as C[]));
  }
  return sets.map((set) => ({ names: namesOf(set), curve: set[0] as C, groups: set.map(({ group }) => group) }));
}

function sameValues(a: Drawable, b: Drawable): boolean {
  if (a.key !== b.key || a.steps !== b.steps) return false;
  const isShort = a.steps <= READS;
  for (let i = 0; i < Math.min(a.steps, READS); i++) {
    const step = isShort ? i : Math.floor(((i * GOLDEN) % 1) * a.steps);
    if (!Object.is(a.at(step), b.at(step))) return false;
  }
  return true;
}

/** The names of curves that are one, such as `plan.json groups 0–3`. */
function namesOf(curves: readonly Drawable[]): readonly string[] {
  const bySource = new Map<string, number[]>();
  for (const { name, group } of curves) {
    const [, source = name] = /^(.*) group \d+$/.exec(name) ?? [];
    bySource.set(source, [...(bySource.get(source) ?? []), ...(source === name ? [] : [group])]);
  }
  return [...bySource].map(([source, groups]) => (groups.length > 0 ? `${source} ${groupsTold(groups)}` : source));
}
