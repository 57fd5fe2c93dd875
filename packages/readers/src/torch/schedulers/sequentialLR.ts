import { constant, type Level, type Plan, sequence } from "anneal";
import { ignored, list, number } from "../../parameter.ts";
import { lastEpoch } from "../lastEpoch.ts";
import { type Argument, type Scheduler, type SchedulerClass, schedulerClass } from "../scheduler.ts";
import type { Group } from "../stepper.ts";
import { constructed } from "./constructed.ts";
import { inTurnStepper } from "./inTurnStepper.ts";
import { partsOf, schedulers } from "./parts.ts";
import { plansInTurn } from "./plansInTurn.ts";

/** `SequentialLR`: one scheduler after another, each on a clock of its own. */
export const sequentialLR: SchedulerClass = schedulerClass(
  { schedulers, milestones: list(number), last_epoch: lastEpoch, verbose: ignored },
  ({ schedulers: calls, milestones: written, last_epoch }, argument) => {
    const parts = partsOf(calls, argument);
    if (!parts) return undefined;
    const { wrong } = argument;
    const milestones = movedBy(last_epoch + 1, written, argument);
    if (!milestones) return undefined;
    const count = parts.length - 1;
    if (milestones.length !== count) return wrong("milestones", `a list of ${count}`, `a list of ${milestones.length}`);
    if (milestones.some((one, k) => one < 0 || one < (milestones[k - 1] ?? 0))) {
      return wrong("milestones", "whole numbers from 0, in their order", milestones.join(", "));
    }
    const rises = parts.flatMap(({ rises: own = [] }, k) => {
      const steps = own.map((step) => (milestones[k - 1] ?? 0) + step);
      return steps.filter((step) => step < (milestones[k] ?? 1 / 0));
    });
    const reaches = parts.map(({ reach }, k) => (milestones[k - 1] ?? 0) + reach);
    return {
      role: parts.every(({ role }) => role === "factor") ? "factor" : "overwrites",
      parts: Math.max(...parts.map(({ parts: own = 1 }) => own)),
      reach: Math.max(...milestones, ...reaches),
      rises,
      plan: (i) => inTurn(plansInTurn(parts, milestones, i, argument.building.groups), milestones),
      momentum: parts.some(({ momentum }) => momentum)
        ? (i) => inTurn(momenta(parts, i, milestones), milestones)
        : undefined,
      stepper: (group, i) => inTurnStepper(parts, milestones, group, i),
    };
  },
);

/** What `last_epoch` does: it begins to count there, and leaves its schedulers at their own beginnings. */
function movedBy(
  by: number,
  milestones: readonly number[],
  { building, wrong }: Argument,
): readonly number[] | undefined {
  const [first = 1 / 0] = milestones;
  if (by === 0) return milestones;
  if (first < 1 / 0 && by >= first)
    return wrong("last_epoch", `-1, or less than ${first - 1}: past it no part begins`, by - 1);
  building.context.note(
    `SequentialLR's own last_epoch=${by - 1} leaves its schedulers at their beginnings: only its milestones come ${by} sooner`,
  );
  return milestones.map((one) => one - by);
}

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
