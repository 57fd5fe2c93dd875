import { constant, geometric, type Level, linear, type Plan, piecewise, product, sequence, type Time } from "anneal";

/** A warm-up: what the rate is multiplied by until its end. */
export interface Warmup {
  readonly kind: "constant" | "linear" | "exp";
  readonly ratio: number;
  readonly over: Time;
}

function ramp({ kind, ratio, over }: Warmup, level: (multiple: number) => Level): Plan {
  const [from, to] = [level(ratio), level(1)];
  if (kind === "constant") return constant({ value: from, over });
  return kind === "linear" ? linear({ from, to, over }) : geometric({ from, to, over });
}

/** A plan that is multiplied while it warms up; `isFlat` if until then it is the base rate. */
export function warmed(plan: Plan, warmup: Warmup, isFlat: boolean): Plan {
  if (isFlat)
    return sequence(
      ramp(warmup, (multiple) => `${multiple}x`),
      { plan, clock: "global" },
    );
  const factor =
    warmup.kind === "constant" ? piecewise({ from: warmup.ratio, at: [warmup.over], to: [1] }) : ramp(warmup, Number);
  return product(plan, factor);
}
