import { constant, linear, type Plan, piecewise, product, sequence } from "anneal";

/** How a rate is warmed up in this family: by a factor on a line to 1, or by one that is held until then. */
export interface Warmup {
  readonly factor: number;
  readonly iterations: number;
  readonly method: "linear" | "constant";
}

/** A plan that is the base rate until step `since`, multiplied by a factor until the warm-up's end. */
export function warmedBy(plan: Plan, since: number, { factor, iterations, method }: Warmup): Plan {
  if (iterations === 0) return plan;
  if (since < iterations) {
    const factors =
      method === "linear"
        ? linear({ from: factor, to: 1, over: iterations })
        : piecewise({ from: factor, at: [iterations], to: [1] });
    return product(plan, factors);
  }
  const climb =
    method === "linear"
      ? linear({ from: `${factor}x`, to: "1x", over: iterations })
      : constant({ value: `${factor}x`, over: iterations });
  return sequence(climb, { plan, clock: "global" });
}
