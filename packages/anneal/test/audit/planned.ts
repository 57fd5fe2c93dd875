import {
  cosine,
  exponential,
  linear,
  multiStep,
  type Plan,
  type Run,
  schedule,
  sequence,
  warmupCosine,
  warmupLinear,
  warmupMultiFactor,
  warmupPolynomial,
  wsd,
} from "anneal";
import type { Draw } from "../arbitrary/draw.ts";

/** A plan that people write, and the run that it is for. */
export interface Planned {
  readonly plan: Plan;
  readonly run: Required<Pick<Run, "steps" | "stepsPerEpoch" | "base">>;
  /** How many updates its warm-up has. */
  readonly warmup: number;
}

/** Plans with a warm-up or without one, whose times are a share of the run or their own. */
export function drawPlanned(draw: Draw): Planned {
  const stepsPerEpoch = draw.pick([20, 50, 100, 137]);
  const run = {
    steps: stepsPerEpoch * draw.integer(8, 30),
    stepsPerEpoch,
    base: draw.pick([0.1, 0.01, 1e-3, 3e-4, 2e-5]),
  };
  const warmup = Math.round((run.steps * draw.integer(3, 12)) / 100) + 2;
  const from = run.base / draw.pick([10, 100, 1000]);
  const milestones = ["35%", "60%", "85%"] as const;
  const [warm, without] = [
    [
      warmupCosine({ warmup, from }),
      warmupCosine({ warmup, from, to: "0.1x" }),
      warmupLinear({ warmup, from }),
      warmupPolynomial({ warmup, from, power: 2 }),
      wsd({ warmup, from, stable: "60%", decay: "20%" }),
      warmupMultiFactor({ warmup, from, milestones, factor: 0.3 }),
    ],
    [
      cosine({ from: "1x", to: 0, over: "rest" }),
      linear({ from: "1x", to: "0.01x", over: "rest" }),
      exponential({ from: "1x", factor: 0.1, every: "40%" }),
      multiStep({ milestones, factor: 0.5 }),
      sequence(linear({ from: "1x", to: "0.2x", over: "50%" }), cosine({ from: "last", to: 0, over: "rest" })),
    ],
  ];
  return draw.oneIn(3) ? { plan: draw.pick(without), run, warmup: 0 } : { plan: draw.pick(warm), run, warmup };
}

/** The value of a plan at each update of its run. */
export function ratesOf({ plan, run }: Planned): Float64Array {
  return schedule(plan, run).fill(new Float64Array(run.steps));
}
