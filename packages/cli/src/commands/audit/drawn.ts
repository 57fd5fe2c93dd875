import { constant, linear, type Plan, schedule, sequence } from "anneal";
import type { Drawable } from "../../source/drawable.ts";
import type { Judged } from "./judge.ts";

/** A logged series as a picture has it: whole steps of the plan in order, the last rate that was logged of each. */
export interface Trace {
  readonly steps: readonly number[];
  readonly rates: readonly number[];
}

/** How many rows a picture has: each is a corner. */
const MOST = 2000;

/** The rows of a log in the plan's steps. */
export function traceOf({ series, scale }: Pick<Judged, "series" | "scale">): Trace {
  const { steps, rates } = series;
  const order = [...steps.keys()].filter((i) => Number.isFinite(rates[i]));
  const at = (i: number) => Math.round((steps[i] as number) * scale);
  // Sorting keeps the order of equals, so that the later of two stays the later.
  order.sort((a, b) => at(a) - at(b));
  const last = order.filter((row, k) => at(row) !== at(order[k + 1] ?? -1));
  return { steps: last.map(at), rates: last.map((row) => rates[row] as number) };
}

/** The rate between two rows on the straight line between them; NaN before the first and after the last. */
export function readTrace({ steps, rates }: Trace): (step: number) => number {
  return (step) => {
    let [low, high] = [0, steps.length - 1];
    if (high < 0 || step < (steps[0] as number) || step > (steps[high] as number)) return Number.NaN;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((steps[middle] as number) <= step) low = middle;
      else high = middle;
    }
    const [from, to] = [steps[low] as number, steps[high] as number];
    const [a, b] = [rates[low] as number, rates[high] as number];
    return step >= to ? b : step <= from ? a : a + ((b - a) * (step - from)) / (to - from);
  };
}

/** How many steps a picture of plan and log has: as long as the run is known to be, else as the log. */
export function lengthOf({ curve, series, scale }: Judged): number {
  const last = series.steps.reduce((most, step) => Math.max(most, step), 0) * scale;
  return Math.max(Math.ceil(curve.run.steps ?? 0), Math.round(last) + 1, 2);
}

/** Plan and log as curves that can be drawn. */
export function drawablesOf(judged: Judged): readonly Drawable[] {
  const { curve, title } = judged;
  const steps = lengthOf(judged);
  const trace = traceOf(judged);
  const last = (trace.steps.at(-1) ?? 0) + 1;
  const plan = planOf(trace);
  const { verdict, convention } = judged.found;
  // A log that is as planned would hide the plan.
  if (verdict === "agrees" && !convention) return [{ ...curve, name: `${title}: plan = log`, steps }];
  return [
    // Where they agree the log lies on the plan.
    { ...curve, name: `${title}: plan`, steps, broad: true },
    { ...curve, name: `${title}: log`, plan, run: {}, at: schedule(plan), from: trace.steps[0] ?? 0, steps: last },
  ];
}

/** A trace as a plan: straight lines through its rows; of a long one through some, at equal distances. */
function planOf({ steps, rates }: Trace): Plan {
  const stride = Math.ceil(steps.length / MOST);
  const rows = [...steps.keys()].filter((i) => i % stride === 0 || i === steps.length - 1);
  const [first = 0] = steps;
  const [begin = 0] = rates;
  const before = first > 0 ? [{ plan: constant({ value: begin }), until: first }] : [];
  const lines = rows.slice(1).map((row, k) => {
    const from = rows[k] as number;
    const over = (steps[row] as number) - (steps[from] as number);
    return linear({ from: rates[from] as number, to: rates[row] as number, over });
  });
  return sequence(...before, ...lines, constant({ value: rates.at(-1) ?? 0 }));
}
