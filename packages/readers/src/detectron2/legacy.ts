import { clamp, cosineWave, type Plan, polynomial, sequence } from "anneal";
import { type Entry, entry, type Reader } from "../entry.ts";
import { ignored, limited, list, number, optional, text, whole } from "../parameter.ts";
import type { Found } from "../reading.ts";
import { drops } from "./drops.ts";
import { type Warmup, warmedBy } from "./warmedBy.ts";

const from0 = limited(number, "a number from 0", (value) => value >= 0);

/** The arguments that all of them have. */
export interface Warmed {
  readonly warmup_factor: number;
  readonly warmup_iters: number;
  readonly warmup_method: string;
}

/** Its warm-up; the method is looked at only while there is one. */
export function warmupOf({ warmup_factor: factor, warmup_iters, warmup_method }: Warmed, reader: Reader): Warmup {
  const iterations = Math.max(0, warmup_iters);
  const isKnown = warmup_method === "linear" || warmup_method === "constant";
  if (iterations > 0 && !isKnown) {
    reader.context.problem("warmup_method", '"linear" or "constant"', JSON.stringify(warmup_method), reader.place);
  }
  return { factor, iterations, method: isKnown ? warmup_method : "linear" };
}

/** Milestones that multiply, whether or not the warm-up is over. */
export function multiStep(
  milestones: readonly number[],
  gamma: number,
  warmup: Warmup,
  { context, place }: Reader,
): Plan {
  if (milestones.some((mark, i) => i > 0 && mark < (milestones[i - 1] as number))) {
    context.problem("milestones", "numbers in increasing order", `[${milestones.slice(0, 20)}]`, place);
  }
  const since = milestones[0] ?? Number.POSITIVE_INFINITY;
  const sorted = [...milestones].sort((a, b) => a - b);
  return warmedBy(drops(sorted, gamma), since, warmup);
}

/** What is left of 1, to a power; a floor is there only once the warm-up is over. */
export function poly(over: number, power: number, ending: number, warmup: Warmup): Plan {
  const plan = polynomial({ from: "1x", to: 0, over, power });
  const until = warmup.factor === 1 ? 0 : warmup.iterations;
  const warmed = warmedBy(plan, 0, { ...warmup, iterations: until });
  if (!(ending > 0)) return warmed;
  const ended = clamp({ plan, min: `${ending}x` });
  const rest = { plan: ended, clock: "global", until: Math.max(until, over) } as const;
  return until > 0 ? sequence({ plan: warmed, until }, rest) : ended;
}

const WARMUP = (factor: number, iterations: number) =>
  ({
    warmup_factor: optional(from0, factor),
    warmup_iters: optional(number, iterations),
    warmup_method: optional(text, "linear"),
    last_epoch: optional(
      limited(whole, "-1", (value) => value === -1),
      -1,
    ),
  }) as const;

/** `WarmupMultiStepLR` of maskrcnn-benchmark and detectron2, whose defaults differ. */
export const warmupMultiStepLR = (factor: number, iterations: number): Entry =>
  entry(
    { optimizer: ignored, milestones: list(number), gamma: optional(number, 0.1), ...WARMUP(factor, iterations) },
    ({ milestones, gamma, ...warmed }, reader) => found(multiStep(milestones, gamma, warmupOf(warmed, reader), reader)),
  );

const positive = limited(number, "a number above 0", (value) => value > 0);

/** detectron2's `WarmupCosineLR`: its cosine begins with training and goes up again after its end. */
export const warmupCosineLR: Entry = entry(
  { optimizer: ignored, max_iters: positive, ...WARMUP(0.001, 1000) },
  ({ max_iters, ...warmed }, reader) =>
    found(warmedBy(cosineWave({ from: "1x", to: 0, over: max_iters }), 0, warmupOf(warmed, reader))),
);

/** DeepLab's `WarmupPolyLR`. */
export const warmupPolyLR: Entry = entry(
  {
    ...{ optimizer: ignored, max_iters: positive, ...WARMUP(0.001, 1000) },
    ...{ power: optional(number, 0.9), constant_ending: optional(number, 0) },
  },
  ({ max_iters, power, constant_ending, ...warmed }, reader) =>
    found(poly(max_iters, power, constant_ending, warmupOf(warmed, reader))),
);

function found(lr: Plan): Found {
  return { program: { lr }, unit: "update" };
}
