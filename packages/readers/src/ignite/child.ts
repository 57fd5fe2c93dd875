import { cosine, linear, type Plan } from "anneal";
import type { Context } from "../context.ts";
import { bind, type Reader, shortName } from "../entry.ts";
import { hyperparameter } from "../hyperparameter.ts";
import type { Parameter } from "../parameter.ts";
import type { Found } from "../reading.ts";
import { torch } from "../torch/torch.ts";
import type { Call } from "../value.ts";
import { COMMON, CYCLICAL, type Cyclical, REST, sawtooth, triangles } from "./cycles.ts";
import { knots, piecewiseLinear } from "./knots.ts";

/** A scheduler of one value: Ignite's own, whose values are absolute. */
export interface Child {
  /** What it schedules, such as `lr`. */
  readonly key: string;
  readonly plan: Plan;
}

interface Own {
  readonly parameters: Readonly<Record<string, Parameter<unknown>>>;
  plan(given: never, reader: Reader): Plan | undefined;
}

const { monotonic, ...WITHOUT_MONOTONIC } = CYCLICAL;

const OWN: Readonly<Record<string, Own>> = {
  LinearCyclicalScheduler: {
    parameters: CYCLICAL,
    plan(given: Cyclical & { readonly monotonic: boolean }, reader) {
      if (given.monotonic) return sawtooth(linear, given, reader);
      if (given.warmup_duration === 0) return triangles(given, reader);
      const path = "LinearCyclicalScheduler(warmup_duration)";
      reader.context.problem(path, "0 without monotonic", String(given.warmup_duration), reader.place);
      return undefined;
    },
  },
  CosineAnnealingScheduler: {
    parameters: WITHOUT_MONOTONIC,
    plan: (given: Cyclical, reader) => sawtooth(cosine, given, reader),
  },
  PiecewiseLinear: {
    parameters: { ...COMMON, milestones_values: knots, ...REST },
    plan: (given: { readonly milestones_values: readonly (readonly number[])[] }, reader) =>
      piecewiseLinear(given.milestones_values, reader),
  },
};

/** The names of Ignite's own schedulers of one value. */
export const CHILDREN: readonly string[] = Object.keys(OWN);

/** Whether a call is one of Ignite's own schedulers, under any of its homes. */
export function isChild({ name }: Call): boolean {
  return name.startsWith("ignite.") && Object.hasOwn(OWN, shortName(name));
}

/** Reads one of Ignite's own schedulers. */
export function readChild(call: Call, context: Context): Child | undefined {
  const name = shortName(call.name);
  const { parameters, plan } = OWN[name] as Own;
  const given = bind(parameters, call, context);
  if (!given) return undefined;
  const made = context.build(name, call.place, () => plan(given as never, { context, place: call.place }));
  return made && { key: hyperparameter(given.param_name as string), plan: made };
}

/** Reads a scheduler of PyTorch's, or nothing where it is none. */
export function readTorch(call: Call, context: Context): Found | undefined {
  const own = Object.hasOwn(torch.entries, call.name) ? torch.entries[call.name] : undefined;
  return own?.read(call, context);
}
