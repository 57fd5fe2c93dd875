import fc from "fast-check";
import {
  constant,
  kerasPlateau,
  linear,
  optaxPlateau,
  type Plan,
  type Plateau,
  plateau,
  Scheduler,
} from "../../../src/index.ts";
import type { Exported } from "../../../src/interop/index.ts";
import { type Draw, drawn } from "../../arbitrary/draw.ts";
import type { Target } from "../targets/target.ts";

/** A plan and a controller in a run with metrics, written for a target, and the rates that a Scheduler has. */
export interface PlateauCase {
  readonly plan: Plan;
  readonly controller: Plateau;
  readonly base: number;
  /** The metric after each update; null where there is none. */
  readonly metrics: readonly (number | null)[];
  readonly written: Exported;
  /** The rate after each metric. */
  readonly expected: readonly number[];
}

const LENGTH = 120;

/** So many random metric series, each for a random controller. */
export function plateauCases({ watch }: Target, each: number, seed: number): readonly PlateauCase[] {
  if (!watch) return [];
  const one = drawn((draw: Draw) => {
    const base = draw.pick([0.1, 0.01, 1, 3e-4]);
    const controller = plateauOf(draw);
    const over = draw.oneIn(3) ? draw.integer(2, 20) : 0;
    const from = draw.pick([0, 0.1, 0.001]) * base;
    const plan: Plan = over ? linear({ from, to: "1x", over }) : constant({ value: "1x" });
    // Where the metric may count while it still warms up is another matter for every framework.
    const metrics = metricsOf(draw).map((metric, i) => (i < over ? null : metric));
    return { base, controller, plan, metrics };
  });
  return fc.sample(one, { numRuns: each, seed }).map((own) => {
    const { base, controller, plan, metrics } = own;
    const written = watch(plan, controller, { base, steps: LENGTH });
    const optimizer = { paramGroups: [{ lr: base }] };
    const scheduler = new Scheduler(optimizer, { lr: { plan, controllers: controller } });
    const expected = metrics.map((metric, i) => {
      scheduler.seek(i + 1);
      if (metric !== null) scheduler.observe(metric);
      return scheduler.rates().lr?.[0] as number;
    });
    return { ...own, written, expected };
  });
}

function plateauOf(draw: Draw): Plateau {
  const factor = draw.pick([0.1, 0.5, 0.3, 0.9]);
  const patience = draw.integer(0, 4);
  const cooldown = draw.pick([0, 0, 1, 3]);
  const mode = draw.pick(["min", "max"] as const);
  const least = draw.pick([0, 0, 1e-3, 1e-5]);
  const amount = draw.pick([0, 1e-4, 0.02]);
  if (draw.oneIn(4)) return kerasPlateau({ factor, patience, cooldown, mode, minLr: least, minDelta: amount });
  if (draw.oneIn(6)) return optaxPlateau({ factor, patience: patience + 1, cooldown });
  const tolerance = draw.pick([{}, { rtol: amount }, { atol: amount }, { rtol: amount, atol: amount }]);
  const rare = draw.oneIn(8) ? { minScale: 0.01, eps: 0 } : draw.oneIn(8) ? { nonFinite: "skip" as const } : {};
  return plateau({ factor, patience, cooldown, mode, minRate: least, ...tolerance, ...rare });
}

/** A loss that goes down, gets stuck, jumps, and is now and then no number. */
function metricsOf(draw: Draw): readonly number[] {
  const isWild = draw.oneIn(4);
  let now = draw.integer(500_000, 3_000_000) / 1e6;
  return Array.from({ length: LENGTH }, (_, i) => {
    now += draw.pick([0, 0, -0.02, 0.01, -1e-4, draw.integer(-100_000, 100_000) / 1e6]);
    // Keras takes a first NaN for the best, which is known.
    if (isWild && i > 30 && draw.oneIn(20)) return Number.NaN;
    return draw.oneIn(3) ? Number(now.toFixed(2)) : now;
  });
}
