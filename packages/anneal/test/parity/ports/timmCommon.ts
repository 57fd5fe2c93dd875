import { constant, functions, noise, type Plan, product, schedule, sequence, warmup } from "../../../src/index.ts";
import type { Case, Ported } from "../port.ts";

/** What all of timm's schedulers take. */
export interface Common {
  readonly warmup_t?: number;
  readonly warmup_lr_init?: number;
  readonly warmup_prefix?: boolean;
  readonly noise_range_t?: number | readonly [number, number];
  readonly noise_pct?: number;
  readonly noise_std?: number;
  readonly noise_seed?: number;
  readonly lr_min?: number;
}

/** A plan from the end of warm-up on, with the warm-up before it, the noise over it, and each group's own scale. */
export function ported<C extends Common>(
  one: Case<C>,
  plan: Plan,
  { to = "1x" as "1x" | "curve", prefix = false } = {},
): Ported {
  const { warmup_t: over = 0, warmup_lr_init: from = 0, warmup_prefix = prefix } = one.config;
  const { noise_range_t: range, noise_pct: limit = 0.67, noise_std: deviation = 1 } = one.config;
  const [begin, until] = typeof range === "number" ? [range] : (range ?? [0, 0]);
  const clock = warmup_prefix ? "local" : "global";
  const bases = one.bases ?? [one.base as number];
  const values = bases.map((base, group) => {
    const target = to === "curve" && !warmup_prefix ? schedule(plan, { base })(over) : "1x";
    // What the constructor sets is what the first epoch has: neither the curve nor noise is asked for it.
    const warm =
      over > 0
        ? warmup({ plan, over, from, to: target, clock })
        : sequence(constant({ value: "1x", over: 1 }), { plan, clock: "global" });
    const start = Math.max(1, begin);
    const end = until === undefined ? {} : { until };
    const noisy =
      until !== undefined && until <= start
        ? warm
        : noise({ plan: warm, from: start, ...end, limit, deviation, seed: one.config.noise_seed ?? 42 });
    return product(noisy, constant({ value: (one.lrScale as number[] | undefined)?.[group] ?? 1 }));
  });
  return { program: { values }, functions };
}
