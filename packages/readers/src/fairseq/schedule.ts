import type { Controller, Plan } from "anneal";
import type { Context } from "../context.ts";
import { floats, int } from "../numerals.ts";
import { type Options, readOptions, refuseOption } from "../options.ts";
import { optional, type Parameter } from "../parameter.ts";
import type { Found } from "../reading.ts";

/** How one of fairseq's schedules is read from its options. */
export type Schedule = (options: Options, context: Context) => Found | undefined;

/** What a schedule makes of its options. */
export interface Scheduled {
  readonly plan: Plan;
  readonly controllers?: readonly Controller[];
  /** The rate that `"1x"` is. Default: the first of `--lr`. */
  readonly base?: number;
  /** Whether the plan counts epochs, so that their length has to be known. */
  readonly byEpochs?: boolean;
}

/** What a schedule has besides its options' values. */
export interface Reader {
  readonly context: Context;
  readonly options: Options;
  /** The rates of `--lr`, at least one. */
  readonly lr: readonly [number, ...number[]];
  /** `--max-update`, 0 where there is no limit. */
  readonly maxUpdate: number;
  /** Says that an option is not what fairseq asserts. */
  refuse(name: string, expected: string): void;
}

type Read<P> = { readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never };

const DEFAULT_RATE = [0.25];

/** A schedule of fairseq: its own parameters, and what they mean. `rates` is how many it takes in `--lr`. */
export function schedule<const P extends Readonly<Record<string, Parameter<unknown>>>>(
  { rates = "one", parameters }: { readonly rates?: "one" | "several"; readonly parameters: P },
  read: (given: Read<P>, reader: Reader) => Scheduled | undefined,
): Schedule {
  return (options, context) => {
    const common = readOptions({ lr: optional(floats, DEFAULT_RATE), max_update: optional(int, 0) }, options, context);
    const given = readOptions(parameters, options, context);
    if (!common || !given) return undefined;
    const before = context.issues.length;
    let refused = 0;
    const refuse = (name: string, expected: string): void => {
      refused++;
      refuseOption(name, expected, options, context);
    };
    const [first, ...others] = common.lr;
    if (first === undefined || first < 0) {
      refuse("lr", "a rate, or several with commas");
      return undefined;
    }
    if (rates === "one" && others.length > 0) refuse("lr", "one rate; only --lr-scheduler fixed takes several");
    if (!options("lr")) context.note("The text has no --lr; fairseq's default is 0.25.");
    const maxUpdate = common.max_update;
    const place = options("lr_scheduler")?.place;
    const reader = { context, options, lr: [first, ...others] as const, maxUpdate, refuse };
    const built = context.build("--lr-scheduler", place, () => {
      const scheduled = read(given, reader);
      return scheduled && found(scheduled, reader);
    });
    // Of what fairseq refuses nothing else need be said.
    if (refused > 0) context.issues.splice(before + refused);
    return built;
  };
}

function found({ plan, controllers, base, byEpochs }: Scheduled, { lr, maxUpdate, context }: Reader): Found {
  const stepsPerEpoch = byEpochs ? updatesPerEpoch(context) : undefined;
  return {
    program: { lr: plan },
    ...(controllers && { controllers }),
    run: {
      base: base ?? lr[0],
      ...(maxUpdate > 0 && { steps: maxUpdate }),
      ...(stepsPerEpoch !== undefined && { stepsPerEpoch }),
    },
    unit: "update",
  };
}

/** How many updates an epoch has; asked for, since it depends on the data. */
export function updatesPerEpoch(context: Context): number | undefined {
  const given = context.given("updates_per_epoch");
  if (given === undefined) context.need("updates_per_epoch", "the schedule changes at epochs");
  return typeof given === "number" && given > 0 ? given : undefined;
}
