import { refuse } from "../error.ts";
import { type Fields, FROM_ZERO, misfit } from "../field.ts";
import { freeze } from "../freeze.ts";
import type { FactsOf, Needs } from "../needs.ts";
import type { Plan } from "../plan.ts";
import { type Level, readQuantity, type Time } from "../units.ts";
import { checkOptions } from "./checkOptions.ts";
import { withAmount } from "./withAmount.ts";

/** A plan that goes from one level to another. */
export type RampPlan = Extract<Plan, { readonly from: Level; readonly to: Level; readonly over: Time }>;

/** What {@link restarts} takes. */
export interface RestartsOptions<P extends RampPlan = RampPlan> {
  readonly plan: P;
  readonly growth?: number;
  readonly factor?: number;
  readonly toFactor?: number;
  readonly cycles?: number;
  readonly whole?: boolean;
}

/** The table of {@link restarts}' options. */
export const restartsFields: Fields<RestartsOptions> = {
  plan: { type: "plan" },
  growth: { type: "number", above: 0, default: 1 },
  factor: { type: "number", default: 1 },
  toFactor: { type: "number", default: 1 },
  cycles: { type: "number", above: 0, whole: true, below: 10_000, default: undefined },
  whole: { of: [true, false], default: false },
};

/**
 * Goes from one level to another and starts again (warm restarts, a sawtooth), each cycle longer or lower if asked.
 *
 * Formula: cycle i is `plan` over `over * growth ** i`, from `from * factor ** i` to `to * toFactor ** i`.
 *
 * - `plan`: the first cycle: `cosine`, `linear`, `polynomial` or `tanh` with amounts for `from`, `to` and `over`. With
 *   `inclusive` the last step of a cycle is already at `to`.
 * - `growth`: what each cycle's length is multiplied by, above 0; without `cycles` from 1. Default 1.
 * - `factor`: what each cycle's `from` is multiplied by. Default 1.
 * - `toFactor`: what each cycle's `to` is multiplied by. Default 1: the floor stays where it is.
 * - `cycles`: how many there are, below 10,000; then `to` of the last is held. Default: they never end.
 * - `whole`: each length is rounded down to a whole number of its unit; needs `cycles`. Default false.
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
 * Source: Loshchilov and Hutter 2017 (SGDR); timm 1.0's `cycle_mul`, `cycle_decay` and `cycle_limit`; fairseq 0.12
 * `cosine` (both factors); Composer 0.33 `CosineAnnealingWarmRestartsScheduler` (`whole`).
 */
export function restarts<P extends RampPlan>(options: RestartsOptions<P>): Plan & Needs<FactsOf<P>> {
  const { plan, growth, factor, toFactor, cycles, whole } = checkOptions<RestartsOptions>(restartsFields, options);
  const { from, to, over } = plan;
  const first = readQuantity(over).count;
  if (misfit({ type: "number", above: 0 }, first)) refuse("plan.over", "an amount above 0", over);
  for (const [name, level] of Object.entries({ from, to })) {
    if (misfit(FROM_ZERO, readQuantity(level).count)) refuse(`plan.${name}`, "an amount", level);
  }
  if (whole && !cycles) refuse("cycles", "a number with whole", cycles);
  if (growth < 1 && !cycles) refuse("cycles", "a number with growth below 1", cycles);
  const series = (from: Level, to: Level, cycles = 1): Plan => {
    let [end, length] = [0, first];
    const parts = Array.from({ length: cycles }, (_, i) => {
      const times = (level: Level, by: number): Level => withAmount(level, (amount) => amount * by ** i);
      if (whole) length = Math.floor(length);
      end += length;
      length *= growth;
      const cycle = { ...plan, from: times(from, factor), to: times(to, toFactor), over: "rest" };
      const until = end;
      return { plan: cycle as Plan, until: withAmount(over, () => until) };
    });
    return { kind: "sequence", parts };
  };
  const endless = (from: Level, to: Level, scale: number): Plan => {
    return { kind: "repeat", plan: series(from, to), stretch: growth, scale };
  };
  if (cycles) return freeze(series(from, to, cycles));
  if (!to || factor === toFactor) return freeze(endless(from, to, factor));
  return freeze({ kind: "sum", terms: [endless(from, 0, factor), endless(0, to, toFactor)] });
}
