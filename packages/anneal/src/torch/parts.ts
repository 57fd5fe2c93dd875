import type { Problems } from "../error.ts";
import type { Walk } from "../field.ts";
import type { CustomFunction } from "../kind.ts";
import type { Plan } from "../plan.ts";
import type { Optimizer } from "../scheduler/optimizer.ts";
import { type LRScheduler, racks, shareOf } from "./lrScheduler.ts";
import type { Part } from "./recurrence.ts";
import type { Share } from "./share.ts";

/** Any scheduler, whether it has a plan or not. */
export type AnyScheduler = LRScheduler<Plan | readonly Plan[] | undefined>;

/** Reads options that are schedulers of an optimizer which are not parts yet. */
export function schedulerReader(optimizer: Optimizer): (problems: Problems) => Pick<Walk, "child"> {
  return (problems) => {
    const rack = [...(racks.get(optimizer) ?? [])];
    const child: Walk["child"] = (_, value, path) => {
      const place = rack.indexOf(value as AnyScheduler);
      const found = rack.splice(place, place < 0 ? 0 : 1)[0];
      if (!found) return problems.add(path, "a scheduler of this optimizer that is not part of another", value);
      if (shareOf(found).needsMetric) return problems.add(path, "a scheduler whose steps need no metric", value);
      return found;
    };
    return { child };
  };
}

/** A plan that stands where there is none. */
const NONE: Plan = { kind: "constant", value: "1x" };

/** What the schedulers are as parts of another. */
export function partsOf(schedulers: readonly AnyScheduler[]): Part[] {
  return schedulers.map((one) => ({ ...shareOf(one), plan: one.plan ?? NONE }));
}

/** What the schedulers do as data. */
export function programsOf(schedulers: readonly AnyScheduler[]): unknown[] {
  return schedulers.map((one) => one.stateDict().program.lr);
}

/** The share of a scheduler that is made of others: they all have the base rates of the first that has its own. */
export function shareWith(schedulers: readonly AnyScheduler[]): Share {
  const given = schedulers.find((one) => shareOf(one).rank !== 2)?.stateDict().bases.lr;
  return { rank: schedulers.some((one) => shareOf(one).rank === 0) ? 0 : 1, given, parts: schedulers };
}

/** What is made of one plan of each part, or a list with one for each group where a part has one. */
export function combine(
  parts: readonly Pick<Part, "plan">[],
  make: (plans: readonly Plan[]) => Plan,
): Plan | readonly Plan[] {
  const ofGroup = (i: number): Plan =>
    make(parts.map(({ plan }, k) => prefixed(Array.isArray(plan) ? plan[i] : plan, k)));
  const lists = parts.flatMap(({ plan }) => (Array.isArray(plan) ? [plan.length] : []));
  return lists.length > 0 ? Array.from({ length: lists[0] as number }, (_, i) => ofGroup(i)) : ofGroup(0);
}

/** The functions of all parts; each name has the part's place before it, as in {@link combine}. */
export function functionsOf(parts: readonly Pick<Part, "functions">[]): Record<string, CustomFunction> {
  const named = parts.flatMap(({ functions = {} }, k) =>
    Object.entries(functions).map(([name, call]) => [`${k}.${name}`, call] as const),
  );
  return Object.fromEntries(named);
}

function prefixed(plan: Plan, k: number): Plan {
  return JSON.parse(JSON.stringify(plan).replaceAll('"name":"', `"name":"${k}.`));
}

/** A plan whose relative levels are plain numbers: a factor of what another plan says. */
export function factorOf(plan: Plan): Plan {
  return JSON.parse(JSON.stringify(plan).replace(/"([\d.e+-]+)x"/g, "$1"));
}
