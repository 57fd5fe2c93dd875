import type { Functions } from "../kind.ts";
import type { Sequence } from "../kinds/sequence.ts";
import type { Plan } from "../plan.ts";
import type { Run } from "../run.ts";
import { schedule } from "../schedule.ts";
import { enclosed, lengthOf, takesRest } from "./enclosed.ts";
import { settled } from "./settled.ts";

/** Where one run was left and another one goes on. */
export interface Join {
  /** The position in the old run, and in the new one. */
  readonly position: number;
  readonly place: number;
  /** The facts of the old run, with the group's old base, and those of the new one. */
  readonly from: Run;
  readonly to: Run;
  readonly functions: Functions;
}

/** What comes between the old plan and the new one, and whether the time of the new one begins after it. */
export interface Between {
  readonly ramp: Plan;
  readonly steps: number;
  readonly clock: "global" | "local";
}

/** The old plan up to the place, and another from there on, whose time is the run's. */
export function joined(old: Plan, next: Plan, join: Join, between?: Between): Plan {
  const { position, place, from, to } = join;
  const { ramp, clock = "global", steps = 0 } = between ?? {};
  const going = clock === "global" ? lasting(enclosed(next, to, true), place + steps, join) : next;
  const rest = [...(ramp ? [ramp] : []), { plan: going, clock }];
  if (place === 0) return ramp ? { kind: "sequence", parts: rest } : next;
  const kept = settled(before(old, position), from, to);
  const own = takesRest(kept) ? enclosed(kept, from) : kept;
  const past: Plan = position === place ? own : { kind: "shift", plan: enclosed(own, from), by: position - place };
  return { kind: "sequence", parts: [{ plan: past, until: place }, ...rest] };
}

/** A plan that has not ended when it is gone on with: where it has, its last value. */
function lasting(plan: Plan, place: number, { to, functions }: Join): Plan {
  return lengthOf(plan, to) < place ? { kind: "constant", value: schedule(plan, to, { functions })(place) } : plan;
}

/** What a plan that was joined before says of the time before a position. */
export function before(plan: Plan, position: number): Plan {
  const [first] = plan.kind === "sequence" ? plan.parts : [];
  if (!first || "kind" in first || typeof first.until !== "number" || first.until < position) return plan;
  return takesRest(first.plan) ? plan : before(first.plan, position);
}

/** What a plan that was joined before says of the time after a position. */
export function after(plan: Plan, position: number): Plan {
  if (plan.kind !== "sequence" || plan.parts.length !== 2) return plan;
  const [first, last] = plan.parts as [Sequence["parts"][number], Sequence["parts"][number]];
  if ("kind" in first || "kind" in last || typeof first.until !== "number" || first.until > position) return plan;
  // A part that ends is held, and alone only a sequence is.
  const isHeld = /^(sequence|constant)$/.test(last.plan.kind);
  const alone =
    isHeld && last.clock === "global" && last.until === undefined && !JSON.stringify(last).includes('"last"');
  return alone ? after(last.plan, position) : plan;
}
