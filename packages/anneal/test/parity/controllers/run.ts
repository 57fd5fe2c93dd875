import { type Controller, type Plan, Scheduler } from "../../../src/index.ts";
import type { Case } from "../port.ts";

/** What a user of the framework writes here for one case, and how its loop goes. */
export interface Setup {
  controller(): Controller;
  /** What the controller scales. Default: the base rate, held. */
  readonly plan?: Plan;
  /** How many steps come before each metric. Default 1. */
  readonly every?: number;
  /** From which position on metrics are observed. Default 0. */
  readonly from?: number;
  /** Where it is different on purpose: why. A value must differ then, or one of the two refuse the case. */
  readonly differs?: string | undefined;
}

/** A case with metrics, as JSON has them: null is NaN. */
export type Observed<C> = Case<C> & { readonly metrics: readonly (number | null)[] };

/** The rates that are there before any metric, then after each, as the framework's loop would have them. */
export function run(one: Observed<unknown>, { controller, plan, every = 1, from = 0 }: Setup): number[][] {
  const bases = one.bases ?? [one.base ?? 1];
  const paramGroups = bases.map((lr) => ({ lr }));
  const held: Plan = { kind: "constant", value: "1x" };
  const scheduler = new Scheduler({ paramGroups }, { lr: { plan: plan ?? held, controllers: controller() } });
  const rates = () => paramGroups.map(({ lr }) => lr);
  return [
    rates(),
    ...one.metrics.map((metric, i) => {
      scheduler.seek((i + 1) * every);
      if (scheduler.position >= from) scheduler.observe(metric ?? Number.NaN);
      return rates();
    }),
  ];
}
