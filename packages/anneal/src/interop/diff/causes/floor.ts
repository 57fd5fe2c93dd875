import { PlanError } from "../../../error.ts";
import type { Plan } from "../../../plan.ts";
import type { Case } from "../causeOf.ts";
import { curveOf } from "../curve.ts";
import type { Cause } from "../difference.ts";
import { explains } from "../explains.ts";

/** A level that is a share of the base rate in one is an absolute value in the other. */
export function floor(one: Case): Cause | undefined {
  const { a, b, curves, names } = one;
  const [here, there] = names;
  if (typeof a !== "function") {
    const changed = relevelled(one, a);
    if (changed) return cause(changed, here, there);
  }
  if (typeof b === "function") return undefined;
  const changed = relevelled({ ...one, curves: [curves[1], curves[0]] }, b);
  return changed && cause(changed, there, here);
}

interface Level {
  readonly path: readonly string[];
  readonly level: number | string;
}

function cause({ level }: Level, here: string, there: string): Cause {
  const isRelative = typeof level === "string";
  const [relative, absolute] = isRelative ? [here, there] : [there, here];
  const number = Number.parseFloat(String(level));
  return {
    name: "floor",
    text: `the level ${number} is a share of the base rate in ${relative}, absolute in ${absolute}`,
  };
}

/** The first level of a plan that, taken the other way, makes it the other curve; or all of its kind. */
function relevelled(one: Case, plan: Plan): Level | undefined {
  const all = levelsOf(plan).slice(0, MOST);
  const groups = [
    ...all.map((level) => [level]),
    ...["number", "string"].map((type) => all.filter(({ level }) => typeof level === type)),
  ];
  return groups.find((levels) => {
    if (levels.length === 0) return false;
    const changed = levels.reduce<unknown>((data, level) => replaced(data, level.path, otherWay(level.level)), plan);
    try {
      const { run, functions, curves } = one;
      const { values } = curveOf(changed as Plan, run, curves[0].values.length, functions);
      return explains(one, (step) => values[step] as number, 0);
    } catch (error) {
      // Not every level may be relative.
      if (error instanceof PlanError) return false;
      throw error;
    }
  })?.[0];
}

/** So many levels are tried. */
const MOST = 16;

const otherWay = (level: number | string): number | string =>
  typeof level === "number" ? `${level}x` : Number.parseFloat(level);

/** Where a plan says what is gone to, or what is never left below. */
function levelsOf(data: unknown, path: readonly string[] = []): Level[] {
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) => {
    const isLevel = (name === "to" || name === "min") && !Array.isArray(value) && Number.parseFloat(String(value)) > 0;
    return isLevel ? [{ path: [...path, name], level: value }] : levelsOf(value, [...path, name]);
  });
}

/** A copy of data with another value at a path. */
function replaced(data: unknown, [name, ...path]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value;
  const copy = (Array.isArray(data) ? [...data] : { ...(data as object) }) as Record<string, unknown>;
  copy[name] = replaced(copy[name], path, value);
  return copy;
}
