import { type Controller, functions, type Plan, Scheduler } from "../../../src/index.ts";
import type { DIFFERENCES } from "../differences.ts";
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
  readonly differs?: keyof typeof DIFFERENCES | undefined;
  /** Where it is different on purpose in what leads to the rates, and they need not show it: why. */
  readonly mayDiffer?: keyof typeof DIFFERENCES | undefined;
}

/** A case with metrics, as JSON has them: null is NaN. */
export type Observed<C> = Case<C> & { readonly metrics: readonly (number | null)[] };

/** A case as most tables have it, or as torchCurrent's does, in the words of which calls are made. */
export function observed(one: Case<never>): Observed<never> {
  const { calls, rates } = one as { calls?: readonly { readonly metric: number | null }[]; rates?: unknown };
  if (!calls) return one as Observed<never>;
  const values = one.raises === undefined ? { values: rates } : {};
  return { ...one, ...values, metrics: calls.map(({ metric }) => metric) } as Case<never> as Observed<never>;
}

/** The rates that are there before any metric, then after each, as the framework's loop would have them. */
export function run(one: Observed<unknown>, { controller, plan, every = 1, from = 0 }: Setup): number[][] {
  const bases = one.bases ?? [one.base ?? 1];
  const paramGroups = bases.map((lr) => ({ lr }));
  const held: Plan = { kind: "constant", value: "1x" };
  const scheduler = new Scheduler(
    { paramGroups },
    { lr: { plan: plan ?? held, controllers: controller() } },
    {},
    { functions },
  );
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
