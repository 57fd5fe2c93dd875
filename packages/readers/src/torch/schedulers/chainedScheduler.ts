import { type Plan, product } from "anneal";
import { ignored } from "../../parameter.ts";
import { Impossible } from "../impossible.ts";
import { type SchedulerClass, schedulerClass } from "../scheduler.ts";
import type { Stepping } from "../stepper.ts";
import { constructed } from "./constructed.ts";
import { partsOf, schedulers } from "./parts.ts";

/** `ChainedScheduler`: several at once, each going on from the rate that the one before it made. */
export const chainedScheduler: SchedulerClass = schedulerClass(
  { schedulers, verbose: ignored },
  ({ schedulers: calls }, argument) => {
    const parts = partsOf(calls, argument);
    if (!parts) return undefined;
    const last = parts.findLast(({ momentum }) => momentum);
    return {
      role: parts.every(({ role }) => role === "factor") ? "factor" : "overwrites",
      parts: parts.reduce((sum, { parts: own = 1 }) => sum + own, 0),
      reach: Math.max(...parts.map(({ reach }) => reach)),
      rises: parts.flatMap(({ rises = [] }) => rises),
      plan(i) {
        const plans = parts.map((part) => part.plan(i));
        // What the last one overwrites is forgotten at every step.
        const end = parts.at(-1)?.role === "overwrites" ? plans.at(-1) : undefined;
        return end ?? (plans.every((plan) => plan !== undefined) ? multiplied(plans) : undefined);
      },
      momentum: last?.momentum,
      stepper: (group, i) => new AtOnce(constructed(parts, group, i)),
    };
  },
  1,
);

/** The product of plans, the levels of all but the first as plain factors. */
export function multiplied([first, ...others]: readonly Plan[]): Plan {
  if (!first || others.length === 0) return first as Plan;
  return product(first, ...others.map((plan) => JSON.parse(JSON.stringify(plan).replace(/"([\d.e+-]+)x"/g, "$1"))));
}

class AtOnce implements Stepping {
  readonly #parts: readonly Stepping[];

  constructor(parts: readonly Stepping[]) {
    this.#parts = parts;
  }

  initialStep(): void {
    this.step();
  }

  step(): void {
    for (const part of this.#parts) part.step();
  }

  restart(): void {
    throw new Impossible("a part that PyTorch can enter", "a ChainedScheduler in a SequentialLR");
  }

  undo(): void {
    for (const part of this.#parts) part.undo();
  }
}
