import { constant, cosine, type Plan, polynomial, type RampPlan, restarts, tanh } from "anneal";
import { entry, type Reader } from "../entry.ts";
import { flag, limited, nullable, number, optional, whole } from "../parameter.ts";
import { type Common, last, optimizer, timed, warming } from "./common.ts";
import { type Scheduled, scheduled } from "./scheduled.ts";

const above0 = limited(number, "a number above 0", (value) => value > 0);
const from0 = limited(number, "a number from 0", (value) => value >= 0);

/** What cosine, tanh and poly share. */
const first = { optimizer, t_initial: above0 } as const;
const then = {
  lr_min: optional(from0, 0),
  cycle_mul: optional(above0, 1),
  cycle_decay: optional(number, 1),
  cycle_limit: optional(whole, 1),
  ...warming,
  warmup_prefix: optional(flag, false),
  ...timed,
} as const;

/** What timm before 0.5 called two of them. */
const older = { t_mul: nullable(above0), decay_rate: nullable(number) } as const;

interface Cycles extends Common {
  readonly t_initial: number;
  readonly lr_min: number;
  readonly cycle_mul: number;
  readonly cycle_decay: number;
  readonly cycle_limit: number;
  readonly t_mul?: number | null;
  readonly decay_rate?: number | null;
}

/** `CosineLRScheduler`. */
export const cosineLR = entry({ ...first, ...then, k_decay: optional(number, 1), ...last, ...older }, (given, reader) =>
  found(cosine({ ...rampOf(given), ...kOf(given) }), given, reader),
);

/** `TanhLRScheduler`: its ramp aims at what the curve is where it ends. */
export const tanhLR = entry(
  { ...first, lb: optional(number, -7), ub: optional(number, 3), ...then, ...last, ...older },
  (given, reader) => {
    const { lb: lower, ub: upper } = given;
    if (lower >= upper) reader.context.problem("lb", `below ub (${upper})`, String(lower), reader.place);
    return found(tanh({ ...rampOf(given), lower, upper }), { ...given, to: "curve" }, reader);
  },
);

/** `PolyLRScheduler`. */
export const polyLR = entry(
  { ...first, power: optional(number, 0.5), ...then, k_decay: optional(number, 1), ...last },
  (given, reader) => found(polynomial({ ...rampOf(given), ...kOf(given), power: given.power }), given, reader),
);

const rampOf = ({ t_initial: over, lr_min: to }: Cycles) => ({ from: "1x", to, over }) as const;

const kOf = ({ k_decay: k }: { readonly k_decay: number }) => (k === 1 ? {} : { k });

/** Cycles whose peak decays and whose floor stays; after the last the floor. */
function found(cycle: RampPlan, given: Cycles & Scheduled, reader: Reader) {
  const { lr_min, cycle_limit: limit, warmup_prefix, warmup_t, t_mul, decay_rate } = given;
  const { context, place } = reader;
  const [growth, factor] = [t_mul ?? given.cycle_mul, decay_rate ?? given.cycle_decay];
  for (const [old, now, value] of [
    ["t_mul", "cycle_mul", t_mul],
    ["decay_rate", "cycle_decay", decay_rate],
  ] as const) {
    if (value != null) context.note(`${old} is ${now} since timm 0.5, which refuses the old name`, place);
  }
  if (!warmup_prefix && warmup_t > 0 && given.to !== "curve") {
    context.note(
      `the curve has gone on during the warm-up, so that the rate jumps to it at ${warmup_t} (warmup_prefix)`,
      place,
    );
  }
  // A warm-up may outlast all cycles.
  const isOver = !warmup_prefix && warmup_t >= lengthOf({ ...given, cycle_mul: growth });
  const curve: Plan =
    limit <= 0 || isOver
      ? constant({ value: lr_min })
      : limit === 1 && growth === 1
        ? cycle
        : restarts({ plan: cycle, growth, factor, cycles: limit });
  return scheduled(curve, given, reader);
}

/** How long all cycles take together. */
function lengthOf({ t_initial, cycle_mul: growth, cycle_limit: limit }: Cycles): number {
  return t_initial * (growth === 1 ? limit : (growth ** limit - 1) / (growth - 1));
}
