import type { Controller } from "../controllers/controller.ts";
import type { Decision } from "../controllers/decision.ts";
import { Problems } from "../error.ts";
import { type Field, type Fields, readFields } from "../field.ts";
import type { Plan } from "../plan.ts";
import { type Run, readRun } from "../run.ts";
import type { BuildOptions } from "../schedule.ts";
import type { Metric } from "./observe.ts";
import { Scheduler } from "./scheduler.ts";

/** What {@link replay} may be told besides the controllers and the metrics. */
export interface ReplayOptions extends BuildOptions {
  readonly plan?: Plan | readonly Plan[];
  readonly run?: Run;
  readonly bases?: readonly number[];
  readonly every?: number;
}

/** What a scheduler reads. */
const THERE: Field = { type: "plan", default: undefined };

/** The table of {@link replay}'s options. */
const replayFields: Fields<ReplayOptions> = {
  plan: THERE,
  run: THERE,
  functions: THERE,
  bases: { type: "number", list: true, least: 1, default: undefined },
  every: { type: "number", default: undefined },
};

/** What {@link replay} finds. */
export interface Replay {
  /** The rates before any metric, then after each of them: a list with one rate for each param group. */
  readonly rates: readonly (readonly number[])[];
  /** What the controllers decided, in order. */
  readonly decisions: readonly Decision[];
}

/** A metric as it was recorded; null is what JSON makes of NaN. */
export type Recorded = Metric | null | Readonly<Record<string, number | null>>;

/**
 * What controllers would have done in a run whose metrics were recorded.
 *
 * Formula: the rates of a Scheduler that observes each metric, `every` steps after the one before.
 *
 * - `controllers`: one controller or several.
 * - `metrics`: the recorded ones in order: numbers, or objects with numbers by name; null is NaN.
 * - `options.plan`: what the controllers scale: one plan, or a list with one for each base. Default: the base, held.
 * - `options.run`: the facts that the plan's units need. Default none.
 * - `options.bases`: the base rate of each param group. Default: one group, with `run.base` or 1.
 * - `options.every`: how many steps come before each metric, from 0. Default: an epoch of the run, or 1.
 * - `options.functions`: the functions that `custom` plans name. Default none.
 *
 * Throws a PlanError for what a Scheduler refuses.
 *
 * @example
 * ```ts
 * import { plateau, replay } from "anneal";
 * const { rates, decisions } = replay(plateau({ patience: 1, factor: 0.5 }), [3, 2, 2, 2, null], { bases: [0.1] });
 * rates.flat(); // => [0.1, 0.1, 0.1, 0.1, 0.05, 0.05]
 * decisions.map(({ text }) => text); // => ["epoch 4: 2 bad epochs, ×0.5"]
 * ```
 */
export function replay(
  controllers: Controller | readonly Controller[],
  metrics: readonly Recorded[],
  options: ReplayOptions = {},
): Replay {
  const problems = new Problems();
  if (!Array.isArray(metrics)) problems.add("metrics", "a list", metrics);
  readFields({ problems, child: () => undefined }, replayFields, options, "options");
  problems.throwIfAny();
  const { plan = { kind: "constant", value: "1x" }, run = {} } = options;
  const { base = 1, stepsPerEpoch = 1 } = readRun(run, problems) ?? {};
  problems.throwIfAny();
  const { bases = [base], every = stepsPerEpoch } = options;
  const optimizer = { paramGroups: bases.map((lr) => ({ lr })) };
  const scheduler = new Scheduler(optimizer, { lr: { plan, controllers } }, run, options);
  const rates = [scheduler.rates().lr as number[]];
  const decisions = metrics.flatMap((metric, i) => {
    scheduler.seek((i + 1) * every);
    const decided = scheduler.observe(metricOf(metric));
    rates.push(scheduler.rates().lr as number[]);
    return decided;
  });
  return { rates, decisions };
}

function metricOf(recorded: Recorded): Metric {
  if (recorded === null) return Number.NaN;
  if (typeof recorded !== "object") return recorded;
  return Object.fromEntries(Object.entries(recorded).map(([name, metric]) => [name, metric ?? Number.NaN]));
}
