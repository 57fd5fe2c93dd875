import { constant, type Plan, product, weightDecayRamp } from "anneal";

/** How weight decay grows, by the names in `--weight-decay-incr-style`. */
export const INCREASES = ["constant", "linear", "cosine"] as const;

/** The options of weight decay, its length on the clock of the plan. */
export interface WeightDecay {
  readonly from: number;
  readonly to: number;
  readonly over: number;
  readonly style: (typeof INCREASES)[number];
  /** What a group's share of it is. Default 1. */
  readonly share?: number;
}

/** Weight decay as a plan of absolute values. */
export function weightDecayPlan({ from, to, over, style: curve, share = 1 }: WeightDecay): Plan {
  const plan = curve === "constant" ? constant({ value: to }) : weightDecayRamp({ from, to, over, curve });
  return share === 1 ? plan : product(plan, constant({ value: share }));
}
