import { type Functions, type Plan, schedule } from "anneal";
import { PastTheEnd } from "./impossible.ts";
import type { Building, Scheduler } from "./scheduler.ts";
import type { Group, Stepping } from "./stepper.ts";

/** What one group's rate and momentum are when all is built and after each step, as far as there are steps. */
export function* trial(scheduler: Scheduler, i: number, base: number): Generator<Readonly<Group>, undefined> {
  const group: Group = { lr: base };
  let stepping: Stepping | undefined;
  try {
    stepping = scheduler.stepper(group, i);
    for (;;) {
      yield group;
      stepping.step();
    }
  } catch (error) {
    if (stepping && error instanceof PastTheEnd) return undefined;
    throw error;
  }
}

/** The base rates that a plan is measured with: the group's own, or two where the text does not have it. */
export function trialBases({ bases }: Building["groups"], i: number): readonly number[] {
  const base = bases?.[i] ?? bases?.[0];
  return base === undefined ? [1, 3] : [base];
}

/** Long runs of PyTorch's `step()` round at every step; a convention that differs is further away than that. */
const NEAR = 1e-9;

/** The steps, up to the `last`, at which plans are not what PyTorch does; at most two of them. */
export function differences(
  scheduler: Scheduler,
  plans: { readonly lr: Plan; readonly momentum?: Plan | undefined },
  { i, base, last, functions }: { readonly i: number; base: number; last: number; functions: Functions },
): readonly number[] {
  const options = { functions };
  const rate = schedule(plans.lr, { base }, options);
  const momentum = plans.momentum && schedule(plans.momentum, { base }, options);
  const found: number[] = [];
  let [step, peak] = [0, 0];
  for (const group of trial(scheduler, i, base)) {
    peak = Math.max(peak, group.lr);
    const same = isNear(rate(step), group.lr, peak) && (!momentum || isNear(momentum(step), group.momentum ?? 0, 1));
    if (!same && found.push(step) > 1) break;
    if (step++ >= last) break;
  }
  return found;
}

function isNear(a: number, b: number, peak: number): boolean {
  return Math.abs(a - b) <= NEAR * (Math.abs(b) + 1e-3 * peak);
}
