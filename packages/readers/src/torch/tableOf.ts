import { type Level, type Plan, piecewise } from "anneal";
import { describe } from "../parameter.ts";
import { Impossible } from "./impossible.ts";
import type { Plans } from "./planOf.ts";
import type { Building, Scheduler } from "./scheduler.ts";
import { trial } from "./trial.ts";

/** How many steps a table has at most. */
const MOST = 100_000;

/** PyTorch's rates themselves, where they have no closed form: as many as there are steps, which is asked for. */
export function tableOf(
  scheduler: Scheduler,
  i: number,
  bases: readonly number[],
  { context }: Building,
): Plans | undefined {
  const { name, place } = scheduler;
  const steps = scheduler.steps ?? context.given("steps");
  if (steps === undefined) {
    context.need("steps", `${name} has no closed form: a table of how many calls of step()`, place);
    return undefined;
  }
  if (!Number.isInteger(steps) || (steps as number) < 1 || (steps as number) > MOST) {
    const received = Array.isArray(steps) ? "a list" : describe(steps as string);
    context.problem("steps", `a whole number from 1 to ${MOST}`, received, place);
    return undefined;
  }
  if (context.effort.take(steps as number) < (steps as number)) {
    context.problem("steps", "fewer steps of all tables together", String(steps), place);
    return undefined;
  }
  const [rows, others] = bases.map((base) => rowsOf(scheduler, i, base, steps as number)) as [Row[], Row[]?];
  const isShare = others?.every(({ lr }, k) => Math.abs(lr - 3 * (rows[k] as Row).lr) <= 1e-12 * lr);
  if (isShare === false && !others?.every(({ lr }, k) => lr === rows[k]?.lr)) {
    context.need("lr", `the optimizer's rate, which the table of ${name} is made for`, place);
    return undefined;
  }
  const lr = table(rows.map(({ lr }): Level => (isShare ? `${lr}x` : lr)));
  const momentum = scheduler.momentum && table(rows.map((row) => row.momentum as number));
  context.note(
    `${name} is a table of ${rows.length} steps of PyTorch's own arithmetic, since it has no closed form`,
    place,
  );
  return { lr, momentum };
}

interface Row {
  readonly lr: number;
  readonly momentum: number | undefined;
}

function rowsOf(scheduler: Scheduler, i: number, base: number, steps: number): Row[] {
  const rows: Row[] = [];
  let peak = 0;
  for (const { lr, momentum } of trial(scheduler, i, base)) {
    peak = Math.max(peak, lr);
    // What rounding leaves of 0 may lie below it.
    if (!(lr >= -1e-12 * peak)) throw new Impossible("rates from 0", `${lr} at step ${rows.length}`);
    if (rows.push({ lr: Math.max(lr, 0), momentum }) === steps) break;
  }
  return rows;
}

function table(levels: readonly Level[]): Plan {
  const at = levels.map((_, step) => step).filter((step) => step > 0 && levels[step] !== levels[step - 1]);
  return piecewise({ from: levels[0] as Level, at, to: at.map((step) => levels[step] as Level) });
}
