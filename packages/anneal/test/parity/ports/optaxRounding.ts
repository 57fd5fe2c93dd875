import type { Cosine, Linear, Warmup, WarmupCosine } from "./optaxOptions.ts";

/** How far off a power is whose base, 1 less something near 1, is off by `error`. */
const lossOf = (share: number, power: number, error: number): number =>
  (share + error) ** power - Math.max(share - error, 0) ** power;

/** How far off a line is. */
const line = (config: Partial<Linear>, error: number): ((t: number) => number) => {
  const loses = losses.polynomial_schedule?.({ transition_begin: 0, ...config, power: 1 } as never, error);
  return loses as (t: number) => number;
};

/** By schedule: how far off it is when it computes shares of the way that are off by `error`. */
export const losses: Readonly<Record<string, (config: never, error: number) => (t: number) => number>> = {
  polynomial_schedule: ({ transition_steps, transition_begin, power }: Linear & { readonly power: number }, error) => {
    const share = (t: number): number => 1 - (t - Math.max(transition_begin, 0)) / transition_steps;
    return (t) => lossOf(Math.min(Math.max(share(t), 0), 1), power, error);
  },
  linear_schedule: (config: Linear, error) => line(config, error),
  warmup_constant_schedule: ({ warmup_steps }: Warmup, error) => line({ transition_steps: warmup_steps }, error),
  cosine_decay_schedule: ({ decay_steps, exponent }: Cosine, error) => {
    const share = (t: number): number => Math.cos((Math.PI / 2) * Math.min(t / decay_steps, 1)) ** 2;
    return (t) => lossOf(share(t), exponent, error);
  },
  warmup_cosine_decay_schedule: ({ warmup_steps, decay_steps, exponent }: WarmupCosine, error) => {
    const inner = { decay_steps: decay_steps - warmup_steps, exponent } as Cosine;
    const loses = losses.cosine_decay_schedule?.(inner as never, error) as (t: number) => number;
    return (t) => (t < warmup_steps ? 0 : loses(t - warmup_steps));
  },
  sgdr_schedule: ({ cosine_kwargs }: { readonly cosine_kwargs: readonly WarmupCosine[] }, error) => {
    return (t) => {
      let begin = 0;
      for (const cycle of cosine_kwargs) {
        const last = cycle === cosine_kwargs.at(-1);
        if (last || t < begin + cycle.decay_steps) {
          return losses.warmup_cosine_decay_schedule?.(cycle as never, error)(t - begin) as number;
        }
        begin += cycle.decay_steps;
      }
      return 0;
    };
  },
};

/** The largest level of a configuration, at whatever depth. */
export function peakOf(config: object): number {
  const levels = Object.entries(config).map(([name, value]) => {
    if (typeof value === "object" && value !== null) return peakOf(value);
    return name.endsWith("value") && typeof value === "number" ? value : 0;
  });
  return Math.max(0, ...levels);
}
