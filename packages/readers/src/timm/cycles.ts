import { constant, cosine, type Plan, polynomial, type RampPlan, restarts, tanh } from "anneal";
import { entry, type Reader } from "../entry.ts";
import { flag, limited, number, optional, whole } from "../parameter.ts";
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

interface Cycles extends Common {
  readonly t_initial: number;
  readonly lr_min: number;
  readonly cycle_mul: number;
  readonly cycle_decay: number;
  readonly cycle_limit: number;
}

/** `CosineLRScheduler`. */
export const cosineLR = entry({ ...first, ...then, k_decay: optional(number, 1), ...last }, (given, reader) =>
  found(cosine({ ...rampOf(given), ...kOf(given) }), given, reader),
);

/** `TanhLRScheduler`: its ramp aims at what the curve is where it ends. */
export const tanhLR = entry(
  { ...first, lb: optional(number, -7), ub: optional(number, 3), ...then, ...last },
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
  const { lr_min, cycle_limit: limit, cycle_mul: growth, cycle_decay: factor, warmup_prefix, warmup_t } = given;
  const { context, place } = reader;
  if (!warmup_prefix && warmup_t > 0 && given.to !== "curve") {
    context.note(
      `the curve has gone on during the warm-up, so that the rate jumps to it at ${warmup_t} (warmup_prefix)`,
      place,
    );
  }
  // A warm-up may outlast all cycles.
  const isOver = !warmup_prefix && warmup_t >= lengthOf(given);
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
