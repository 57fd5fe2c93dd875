import type { Problems } from "../error.ts";
import type { LoggedRates } from "./loggedRates.ts";

/** The rows of a log that are compared, by step: one for each, the last that was logged of it. */
export interface Rows {
  readonly steps: Float64Array;
  readonly rates: Float64Array;
  readonly missing: number;
  /** Those with an infinite rate: the step of the first, that rate, and how many there are. */
  readonly infinite: { readonly step: number; readonly rate: number; readonly count: number } | undefined;
  readonly overwritten: number;
  /** How many of those stood beside another row of the same step, with another rate. */
  readonly contradicted: number;
  /** The steps at which a resumed run went on. */
  readonly resumes: readonly number[];
}

/** More often than this a log does not go back because its run was resumed: it is out of order. */
const MOST_RESUMES = 64;

/** Brings a log's rows into order, or tells what is wrong with them. */
export function rowsOf(logged: LoggedRates, problems: Problems): Rows {
  const { steps, rates } = check(logged, problems);
  const kept: number[] = [];
  const infinite: number[] = [];
  let missing = 0;
  for (let i = 0; i < steps.length; i++) {
    if (Number.isFinite(rates[i])) kept.push(i);
    else if (Number.isNaN(rates[i])) missing++;
    else infinite.push(i);
  }
  const [first] = infinite;
  const rate = first === undefined ? Number.NaN : (rates[first] as number);
  if (steps.length > 0 && kept.length === 0) problems.add("logged.rates", "at least one finite rate", rate);
  const order = resumed(steps, kept) ?? sorted(steps, kept);
  return {
    steps: Float64Array.from(order.rows, (i) => steps[i] as number),
    rates: Float64Array.from(order.rows, (i) => rates[i] as number),
    missing,
    infinite: first === undefined ? undefined : { step: steps[first] as number, rate, count: infinite.length },
    overwritten: kept.length - order.rows.length,
    contradicted: kept.filter(
      (i, at) => steps[i] === steps[kept[at + 1] as number] && rates[i] !== rates[kept[at + 1] as number],
    ).length,
    resumes: order.resumes,
  };
}

function check(
  logged: LoggedRates,
  problems: Problems,
): { readonly steps: Float64Array; readonly rates: Float64Array } {
  const { clock = "update", decimals = 0, significant = 1, ...given } = logged ?? {};
  const [steps, rates] = [given.steps, given.rates].map((list, i) => {
    const path = `logged.${i ? "rates" : "steps"}`;
    if (isList(list)) return numbersOf(list, path, problems);
    problems.add(path, "an array of numbers", list);
    return new Float64Array();
  }) as [Float64Array, Float64Array];
  if (!["update", "epoch", "row"].includes(clock)) problems.add("logged.clock", '"update", "epoch" or "row"', clock);
  for (const [name, count, from] of [
    ["decimals", decimals, 0],
    ["significant", significant, 1],
  ] as const) {
    if (!(Number.isInteger(count) && count >= from))
      problems.add(`logged.${name}`, `a whole number from ${from}`, count);
  }
  if (!problems.issues[0] && steps.length === 0) problems.add("logged.steps", "at least one row", 0);
  if (steps.length !== rates.length) problems.add("logged.rates", `as many as steps (${steps.length})`, rates.length);
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i] as number;
    if (!(step >= 0 && step <= Number.MAX_SAFE_INTEGER)) {
      problems.add(`logged.steps[${i}]`, "a number from 0 to 2 ** 53", step);
    }
  }
  return problems.issues[0] ? { steps: new Float64Array(), rates: new Float64Array() } : { steps, rates };
}

function isList(given: unknown): given is ArrayLike<unknown> {
  return Array.isArray(given) || (ArrayBuffer.isView(given) && "length" in given);
}

/** A list as doubles, itself where it is one of them; what is no number is a problem. */
function numbersOf(list: ArrayLike<unknown>, path: string, problems: Problems): Float64Array {
  if (list instanceof Float64Array) return list;
  const wrong = Array.from(list).findIndex((one) => typeof one !== "number");
  if (wrong < 0) return Float64Array.from(list as ArrayLike<number>);
  problems.add(`${path}[${wrong}]`, "a number", list[wrong]);
  return new Float64Array(list.length);
}

/** The rows when each step back is a resumed run, which overwrites what it goes over again. */
function resumed(steps: Float64Array, kept: readonly number[]): { rows: number[]; resumes: number[] } | undefined {
  const rows: number[] = [];
  const resumes: number[] = [];
  let [last, largest] = [-1, 0];
  const different = new Set<number>();
  const [first = 0, second = first] = kept.map((i) => steps[i] as number);
  for (const i of kept) {
    const step = steps[i] as number;
    different.add(step);
    // A run goes back to what it has logged; before the log's beginning there is another part of it.
    if (step < first - Math.max(second - first, 1)) return undefined;
    if (step <= last) {
      if (step < last && resumes.push(step) > MOST_RESUMES) return undefined;
      while (rows[0] !== undefined && (steps[rows.at(-1) as number] as number) >= step) rows.pop();
    }
    rows.push(i);
    last = step;
    largest = Math.max(largest, step);
  }
  // A log from the last row to the first goes back too, and would have nothing left.
  return rows.length * 2 >= different.size ? { rows, resumes } : undefined;
}

function sorted(steps: Float64Array, kept: readonly number[]): { rows: number[]; resumes: number[] } {
  const rows = [...kept].sort((a, b) => (steps[a] as number) - (steps[b] as number) || a - b);
  return { rows: rows.filter((i, at) => steps[i] !== steps[rows[at + 1] as number]), resumes: [] };
}
