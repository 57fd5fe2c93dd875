import type { Level, Plan } from "anneal";
import type { ParamGroups } from "../optimizer/paramGroups.ts";
import type { Scheduler } from "../scheduler.ts";
import type { Group } from "../stepper.ts";
import { constructed } from "./constructed.ts";
import { inTurnStepper } from "./inTurnStepper.ts";

/** The last step from which a part that leads is followed. */
const FURTHEST = 100_000;

/**
 * What the parts of a SequentialLR follow for a group. A part that leads starts from the rate in force, and one that was
 * constructed after another had changed the group's `initial_lr` has that for its base rate.
 */
export function plansInTurn(
  parts: readonly Scheduler[],
  milestones: readonly number[],
  i: number,
  { bases }: ParamGroups,
): readonly (Plan | undefined)[] {
  const base = bases?.[i] ?? bases?.[0];
  const own = new Map<Scheduler, number>();
  const group: Group = { lr: base ?? 1 };
  constructed(parts, group, i, (part) => own.set(part, group.initialLr as number));
  const first = milestones.filter((milestone) => milestone <= 0).length;
  return parts.map((part, k) => {
    if (part.role === "leads" && k > first) {
      // Who starts so late is not followed there.
      if ((milestones[k - 1] as number) > FURTHEST) return undefined;
      const rate = rateAt(parts, milestones, i, base ?? 1, milestones[k - 1] as number);
      return part.plan(i, base === undefined ? (`${rate}x` as Level) : rate);
    }
    // The first part multiplies the rate that the constructor of SequentialLR takes up.
    const from = k === first && part.role === "factor" ? group.initialLr : own.get(part);
    const plan = part.plan(i);
    return plan && (from === (base ?? 1) ? plan : withBase(plan, from as number));
  });
}

function rateAt(
  parts: readonly Scheduler[],
  milestones: readonly number[],
  i: number,
  base: number,
  step: number,
): number {
  const group: Group = { lr: base };
  const stepping = inTurnStepper(parts, milestones, group, i);
  for (let k = 0; k < step; k++) stepping.step();
  return group.lr;
}

/** A plan for a base rate that is not the optimizer's. */
function withBase(plan: Plan, base: number): Plan {
  return JSON.parse(JSON.stringify(plan).replace(/"([\d.e+-]+)x"/g, (_, factor: string) => String(+factor * base)));
}
