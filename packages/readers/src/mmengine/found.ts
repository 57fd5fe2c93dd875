import type { Level, Plan } from "anneal";
import type { Context } from "../context.ts";
import { type Change, type Common, changeOf } from "./change.ts";
import { changed } from "./changed.ts";
import type { Scheduler } from "./scheduler.ts";

/** What schedulers are read against. */
export interface Around {
  /** The own value of a hyperparameter, where the text has it; the rate's never, which plans are relative to. */
  readonly values?: ReadonlyMap<string, number>;
  readonly epochs?: Common["epochs"];
  /** When training ends, on the schedulers' clock. */
  readonly last?: { readonly epochs?: number | undefined; readonly updates?: number | undefined };
}

/** One plan for each hyperparameter, or nothing where what the schedulers do together is no plan. */
export function programOf(
  schedulers: readonly Scheduler[],
  { values, epochs, last }: Around,
  context: Context,
): Record<string, Plan | readonly Plan[]> | undefined {
  // Any text may be a name.
  const program = new Map<string, Plan | readonly Plan[]>();
  for (const key of new Set(schedulers.map((one) => one.key))) {
    const own = multipleOf(values?.get(key));
    const mine = schedulers.filter((one) => one.key === key);
    const groups = Math.max(...mine.map(({ curves }) => curves.length));
    const plans = Array.from({ length: groups }, (_, group) => {
      const changes = mine.map(({ curves, window, byEpoch }): Change => {
        const end = byEpoch ? last?.epochs : last?.updates;
        const curve = curves[Math.min(group, curves.length - 1)] as (typeof curves)[number];
        const common = byEpoch && epochs ? { own, epochs } : { own };
        return changeOf(curve, window, end !== undefined && window.end >= end, common);
      });
      return changed(changes, { own });
    });
    if (!plans.every((plan) => plan !== undefined)) {
      const { call } = mine[mine.length - 1] as Scheduler;
      const expected = `schedulers of ${key} that act one after the other, where one goes to a floor or overwrites`;
      context.problem(
        "param_scheduler",
        expected,
        "some that act at once, which is a recurrence and no plan",
        call.place,
      );
      return undefined;
    }
    program.set(key, plans.length === 1 ? (plans[0] as Plan) : plans);
  }
  return Object.fromEntries(program);
}

function multipleOf(value: number | undefined): (multiple: number) => Level {
  const digits = (level: number): number => Number(level.toPrecision(15));
  return (multiple) =>
    value === undefined ? `${digits(multiple)}x` : multiple === 1 ? value : digits(value * multiple);
}
