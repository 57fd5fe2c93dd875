import type { Problems } from "../error.ts";
import type { Walk } from "../field.ts";
import type { Plan } from "../plan.ts";
import type { Optimizer } from "../scheduler/optimizer.ts";
import { baseRate } from "./baseRate.ts";
import { type LRScheduler, type Plans, rackOf, shareOf } from "./lrScheduler.ts";
import { type MomentumCycle, withMomentum } from "./momentumCycle.ts";
import { type Part, type Recurrence, recurring } from "./recurrence.ts";
import type { Share } from "./share.ts";
import { withFunctions } from "./withFunctions.ts";

/** Reads options that are schedulers of an optimizer which are not parts yet. */
export function schedulerReader(optimizer: Optimizer): (problems: Problems) => Pick<Walk, "child"> {
  return (problems) => {
    let rack = rackOf(optimizer);
    const child: Walk["child"] = (_, value, path) => {
      const found = rack.find((one) => one === value);
      rack = rack.filter((one) => one !== value);
      if (!found) return problems.add(path, "a scheduler of this optimizer that is not part of another", value);
      if (shareOf(found).needsMetric) return problems.add(path, "one whose steps need no metric", value);
      return found;
    };
    return { child };
  };
}

/** What a scheduler is made with. */
interface Wrapped {
  readonly plan: Plans;
  readonly share: Share;
}

/**
 * The plan and the share of a scheduler that is made of others. All of them get the base rates of the first that has
 * some of its own; one alone stays what it is.
 *
 * - `isClosed`: whether a part's plan says all that it does here; when each does, `toPlan` makes one plan of theirs.
 * - `toRecurrence`: what they do together otherwise, and `toProgram` the same as data.
 */
export function wrap(
  schedulers: readonly LRScheduler[],
  isClosed: (one: LRScheduler) => boolean,
  toPlan: (plans: readonly Plan[]) => Plan,
  toRecurrence: (parts: readonly Part[]) => Recurrence,
  toProgram: (programs: readonly unknown[]) => unknown,
): Wrapped {
  const shares = schedulers.map(shareOf);
  const owner = schedulers[shares.findIndex(({ rank }) => rank !== 2)] ?? schedulers[0];
  const common = { given: owner?.stateDict().bases.lr, parts: schedulers };
  const parts = schedulers.map((one, k): Part => ({ ...shares[k], plan: one.plan ?? baseRate }));
  const [alone, another] = parts as [Part, Part?];
  if (!another) return { plan: alone.plan, share: { ...shares[0], ...common } };
  const rank = shares.some((share) => share.rank === 0) ? 0 : 1;
  if (schedulers.every(isClosed)) return merge(parts, toPlan, { ...common, rank });
  const programs = schedulers.map((one) => one.stateDict().program.lr);
  const share = recurring(toRecurrence(parts), { rank, program: toProgram(programs) });
  return { plan: baseRate, share: { ...share, ...common } };
}

/** A share with the momentum that is made of that of several schedulers, as far as they have some. */
export function wrapMomentum(
  given: Share,
  optimizer: Optimizer,
  cycles: readonly (MomentumCycle | undefined)[],
  make: (plans: readonly Plan[]) => Plan,
): Share {
  const own = cycles.filter((cycle) => cycle !== undefined);
  // One alone stays what it is.
  if (!own[0] || cycles.length < 2) return given;
  const parts = cycles.map((cycle) => ({ ...(cycle && shareOf(cycle)), plan: cycle?.plan ?? baseRate }));
  const { plan, share } = merge(parts, make, { parts: own });
  return withMomentum(given, optimizer, plan, share);
}

/**
 * What is made of one plan of each part, or a list with one for each group where a part has one; and all functions of
 * theirs. The name of each gets the part's place before it.
 */
function merge(parts: readonly Part[], make: (plans: readonly Plan[]) => Plan, share: Share): Wrapped {
  const ofGroup = (i: number): Plan =>
    make(parts.map(({ plan }, k) => prefixed(Array.isArray(plan) ? plan[i] : plan, k)));
  const listed = parts.find(({ plan }) => Array.isArray(plan))?.plan;
  const calls = parts.flatMap(({ calls = {} }, k) =>
    Object.entries(calls).map(([name, call]) => [`${k}.${name}`, call]),
  );
  const plan = Array.isArray(listed) ? listed.map((_, i) => ofGroup(i)) : ofGroup(0);
  return { plan, share: withFunctions(share, Object.fromEntries(calls)) };
}

function prefixed(plan: Plan, k: number): Plan {
  return JSON.parse(JSON.stringify(plan).replaceAll('"name":"', `"name":"${k}.`));
}
