import { constant, type Level, type Plan, sequence } from "anneal";
import { ignored, list, number } from "../../parameter.ts";
import { lastEpoch } from "../lastEpoch.ts";
import { type Scheduler, type SchedulerClass, schedulerClass } from "../scheduler.ts";
import type { Group } from "../stepper.ts";
import { constructed } from "./constructed.ts";
import { inTurnStepper } from "./inTurnStepper.ts";
import { partsOf, schedulers } from "./parts.ts";
import { plansInTurn } from "./plansInTurn.ts";

/** `SequentialLR`: one scheduler after another, each on a clock of its own. */
export const sequentialLR: SchedulerClass = schedulerClass(
  { schedulers, milestones: list(number), last_epoch: lastEpoch, verbose: ignored },
  ({ schedulers: calls, milestones }, argument) => {
    const parts = partsOf(calls, argument);
    if (!parts) return undefined;
    const { wrong } = argument;
    const count = parts.length - 1;
    if (milestones.length !== count) return wrong("milestones", `a list of ${count}`, `a list of ${milestones.length}`);
    if (milestones.some((one, k) => one < 0 || one < (milestones[k - 1] ?? 0))) {
      return wrong("milestones", "whole numbers from 0, in their order", milestones.join(", "));
    }
    const reaches = parts.map(({ reach }, k) => (milestones[k - 1] ?? 0) + reach);
    return {
      role: parts.every(({ role }) => role === "factor") ? "factor" : "overwrites",
      parts: true,
      reach: Math.max(...milestones, ...reaches),
      plan: (i) => inTurn(plansInTurn(parts, milestones, i, argument.building.groups), milestones),
      momentum: parts.some(({ momentum }) => momentum)
        ? (i) => inTurn(momenta(parts, i, milestones), milestones)
        : undefined,
      stepper: (group, i) => inTurnStepper(parts, milestones, group, i),
    };
  },
);

function inTurn(plans: readonly (Plan | undefined)[], milestones: readonly number[]): Plan | undefined {
  if (!plans.every((plan) => plan !== undefined)) return undefined;
  const parts = plans.map((plan, k) => ({ plan, ...(k in milestones && { until: milestones[k] as number }) }));
  return sequence(...parts);
}

/** Momentum, which is left where it is by the parts that do not cycle it; it begins where the last constructor put it. */
function momenta(parts: readonly Scheduler[], i: number, milestones: readonly number[]): (Plan | undefined)[] {
  const group: Group = { lr: 1 };
  constructed(parts, group, i);
  const held = (level: Level): Plan => constant({ value: level });
  return parts.map(({ momentum }, k) => {
    if (momentum) return momentum(i);
    const isFirst = k === 0 || milestones[k - 1] === 0;
    return held(isFirst ? (group.momentum as number) : "last");
  });
}
