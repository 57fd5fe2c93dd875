import { Problems } from "../error.ts";
import { type Fields, readOptions } from "../field.ts";
import { freeze } from "../freeze.ts";
import type { Part } from "../kinds/sequence.ts";
import type { FactsOf, Needs, TimeFact } from "../needs.ts";
import type { Plan } from "../plan.ts";
import { gap, type Level, readQuantity, type Time } from "../units.ts";
import { withAmount } from "./withAmount.ts";

/** A plan that goes from one level to another. */
export type RampPlan = Extract<Plan, { readonly from: Level; readonly to: Level; readonly over: Time }>;

/** What {@link restarts} takes. */
export interface RestartsOptions<P extends RampPlan = RampPlan, W extends Time = Time> {
  readonly plan: P;
  readonly growth?: number;
  readonly factor?: number;
  readonly toFactor?: number;
  readonly warmup?: W;
  readonly cycles?: number;
  readonly whole?: boolean;
}

/** The table of {@link restarts}' options. */
export const restartsFields: Fields<RestartsOptions> = {
  plan: { type: "plan" },
  growth: { type: "number", positive: true, default: 1 },
  factor: { type: "number", default: 1 },
  toFactor: { type: "number", default: 1 },
  warmup: { type: "time", default: 0 },
  cycles: { type: "number", positive: true, whole: true, default: undefined },
  whole: { of: [true, false], default: false },
};

/**
 * Goes from one level to another and starts again (warm restarts, sawtooth), each cycle longer or lower if asked.
 *
 * Formula: cycle i lasts `over * growth ** i` and goes from `from * factor ** i` to `to * toFactor ** i`, then on a line to the
 * next cycle's start during `warmup * growth ** i`.
 *
 * - `plan`: the first cycle: `cosine`, `linear`, `polynomial`, `tanh` with amounts for `from`, `to` and `over`. With its
 *   `inclusive` the last step of a cycle is already at `to`.
 * - `growth`: what each cycle's length is multiplied by, above 0; from 1 without `cycles`. Default 1.
 * - `factor`: what each cycle's `from` is multiplied by. Default 1.
 * - `toFactor`: what each cycle's `to` is multiplied by. Default 1: the floor stays.
 * - `warmup`: how long the first cycle takes to climb to the next one's start, a time. Default 0: a jump.
 * - `cycles`: how many there are; the last one's `to` is then held. Default: without end.
 * - `whole`: lengths are rounded down to whole numbers of their unit, each computed from the one before; needs `cycles`.
 *   Default false.
 *
 * Throws a PlanError that names the option.
 *
 * @example
 * ```ts
 * import { cosine, restarts, schedule } from "anneal";
 * const plan = restarts({ plan: cosine({ from: "1x", to: 0.01, over: 10 }), growth: 2, factor: 0.5, cycles: 2 });
 * const lr = schedule(plan, { base: 0.1 });
 * [lr(0), lr(10), lr(30)]; // => [0.1, 0.05, 0.01]
 * ```
 *
 * Source: Loshchilov and Hutter 2017 (SGDR); timm 1.0 `cycle_mul`, `cycle_decay`, `cycle_limit`, fairseq 0.12 `cosine`,
 * Composer 0.33 (`whole`), Ignite 0.6 `CosineAnnealingScheduler` with `cycle_mult` and `warmup_duration`.
 */
export function restarts<P extends RampPlan, W extends Time = 0>(
  options: RestartsOptions<P, W>,
): Plan & Needs<FactsOf<P> | TimeFact<W>> {
  const problems = new Problems();
  const checked = readOptions<RestartsOptions>(restartsFields, options, problems);
  const { growth, factor, toFactor, warmup, cycles, whole } = checked;
  // A plan is read by `schedule`.
  const plan: RampPlan = Object(Object(options).plan);
  for (const name of ["from", "to", "over"] as const) {
    if (!readQuantity(plan[name])) problems.add(`plan.${name}`, "a number or an amount with its unit", plan[name]);
  }
  if (Number.isNaN(warmup && gap(plan.over, warmup))) problems.add("warmup", "the unit of plan.over", warmup);
  if (growth < 1 && !cycles) problems.add("growth", "a finite number from 1 without cycles", growth);
  if (whole && !cycles) problems.add("cycles", "a whole number above 0 with whole", cycles);
  problems.throwIfAny();

  const { from, to, over } = plan;
  const series = (from: Level, to: Level, cycles: number): Plan => {
    const parts: Part[] = [];
    let end = 0;
    const add = (ramp: object, length: number): void => {
      end += length;
      if (length > 0) parts.push({ plan: { ...ramp, over: "rest" } as Plan, until: withAmount(over, () => end) });
    };
    const longer = (length: number): number => (whole ? Math.floor(length * growth) : length * growth);
    let [start, floor] = [from, to];
    let [length, climb] = [over, warmup].map((time) => (readQuantity(time) as { count: number }).count) as [
      number,
      number,
    ];
    for (let i = 0; i < cycles; i++) {
      const next = withAmount(start, (amount) => amount * factor);
      add({ ...plan, from: start, to: floor }, length);
      add({ kind: "linear", from: floor, to: next }, climb);
      floor = withAmount(floor, (amount) => amount * toFactor);
      [start, length, climb] = [next, longer(length), longer(climb)];
    }
    return { kind: "sequence", parts };
  };
  const endless = (from: Level, to: Level, scale: number): Plan => {
    return { kind: "repeat", plan: series(from, to, 1), stretch: growth, scale };
  };
  if (cycles) return freeze(series(from, to, cycles));
  if (to === 0 || factor === toFactor) return freeze(endless(from, to, factor));
  return freeze({ kind: "sum", terms: [endless(from, 0, factor), endless(0, to, toFactor)] });
}
