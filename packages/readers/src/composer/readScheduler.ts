import type { Plan } from "anneal";
import type { Context } from "../context.ts";
import { bind, shortName } from "../entry.ts";
import type { Found } from "../reading.ts";
import type { Call } from "../value.ts";
import { type ComposerScheduler, SCHEDULERS } from "./schedulers.ts";
import { Times, type Trainer } from "./times.ts";

const TABLE: Readonly<Record<string, ComposerScheduler>> = SCHEDULERS;

/** Whether it is the name of one of Composer's schedulers. */
export function isScheduler(name: string): boolean {
  return Object.hasOwn(TABLE, shortName(name));
}

/** What a scheduler is in a run. */
export function readScheduler(call: Call, trainer: Trainer, context: Context): Plan | undefined {
  const name = shortName(call.name);
  const { parameters, plan } = TABLE[name] as ComposerScheduler;
  const given = bind(parameters, call, context);
  if (!given) return undefined;
  const before = context.issues.length + context.needs.length;
  const names = Object.keys(parameters);
  const place = (option: string) => call.places.get(option) ?? call.places.get(names.indexOf(option)) ?? call.place;
  const times = new Times(trainer, context, place);
  const made = context.build(name, call.place, () => plan(given, times));
  return context.issues.length + context.needs.length === before ? made : undefined;
}

/** What a schedule is in a run; batches are its steps. */
export function foundOf(lr: Plan, trainer: Trainer, base: number | undefined, context: Context): Found {
  const { epochLength, samplesPerBatch, tokensPerBatch } = trainer;
  // Not all that is needed for its plan is needed for its end.
  const quiet = new Times(trainer, context, () => undefined);
  const { duration } = quiet;
  const steps = duration && stepsOf(duration.count, duration.unit, trainer);
  return {
    program: { lr },
    unit: "update",
    run: {
      ...(base !== undefined && { base }),
      ...(steps !== undefined && steps > 0 && { steps }),
      ...(epochLength !== undefined && { stepsPerEpoch: epochLength }),
      ...(samplesPerBatch !== undefined && { samplesPerStep: samplesPerBatch }),
      ...(tokensPerBatch !== undefined && { tokensPerStep: tokensPerBatch }),
    },
  };
}

function stepsOf(count: number, unit: "ep" | "ba" | "sp" | "tok", trainer: Trainer): number | undefined {
  const { epochLength, samplesPerBatch, tokensPerBatch } = trainer;
  if (unit === "ba") return count;
  if (unit === "ep") return epochLength && count * epochLength;
  const each = unit === "sp" ? samplesPerBatch : tokensPerBatch;
  return each && Math.ceil(count / each);
}
