import { parsePlan, schedule } from "../../src/index.ts";
import type { LoggedCase } from "./cases.ts";

/** How far a logged rate may be from the one in force: half of the last digit that the loop printed. */
function slack(rate: number, rounding: string, base: number): number {
  if (rounding === "full") return 1e-9 * rate + 1e-18;
  // Half of its last bit, and of what the framework computed in it: a sum of the base rate's size.
  if (rounding === "float32") return 1e-6 * rate + 1e-7 * base;
  const digits = Number(rounding.slice(0, -1));
  const kind = rounding.at(-1);
  if (kind === "f") return 0.500001 * 10 ** -digits;
  const after = kind === "e" ? digits : digits - 1;
  return 0.500001 * 10 ** (Math.floor(Math.log10(Math.max(rate, 1e-300))) - after) + 1e-18;
}

interface Row {
  readonly update: number;
  readonly rate: number;
}

/** A log's rows that have a rate, by the update that they are of. */
export function rowsOf({ steps, rates, clock, run }: LoggedCase): readonly Row[] {
  const each = clock === "epoch" ? run.stepsPerEpoch : 1;
  return rates.flatMap((rate, row) => {
    return rate === null ? [] : [{ update: (clock === "row" ? row : (steps[row] as number)) * each, rate }];
  });
}

/** Whether a row has this rate, as far as it was printed. */
export function agrees({ rate }: Row, meant: number, { rounding, run }: LoggedCase): boolean {
  return Math.abs(rate - meant) <= slack(Math.max(rate, meant), rounding, run.base);
}

/** How many rows do not have what the plan says. */
export function off(given: LoggedCase): number {
  const at = schedule(parsePlan(given.plan), given.run);
  return rowsOf(given).filter((row) => !agrees(row, at(row.update), given)).length;
}

/**
 * Whether every row of a log is also what another bug would have left: then nobody can tell the two apart. It follows
 * from what the bugs are, and uses nothing of the engine.
 */
export function alsoShows(name: string, given: LoggedCase): boolean {
  const at = schedule(parsePlan(given.plan), given.run);
  const { base, stepsPerEpoch, steps } = given.run;
  const rows = rowsOf(given);
  const all = (curve: (update: number) => number) => rows.every((row) => agrees(row, curve(row.update), given));
  const count = (fact: string) => Number(given.parameters[fact] ?? 1);
  const stepped = (times: number) =>
    Array.from({ length: times }, (_, o) => o).some((o) => all((k) => at(k * times + o)));
  const wrong = rows.findIndex((row) => !agrees(row, at(row.update), given));
  /** From the first wrong row on, or from one before it, as far behind as `lag`. */
  const behind = (lags: (since: number) => readonly number[]) => {
    const after = rows.slice(wrong);
    const to = rows[wrong]?.update ?? 0;
    const from = Math.max(-1, ...rows.slice(0, wrong).flatMap(({ update }) => (update < to ? update : []))) + 1;
    const since = Array.from({ length: to - from + 1 }, (_, i) => from + i);
    return since.some((s) => lags(s).some((lag) => after.every((row) => agrees(row, at(row.update - lag), given))));
  };
  switch (name) {
    case "neverScheduled":
      return all(() => at(0)) || all(() => base);
    case "steppedPerEpoch":
      return all((k) => at(Math.floor(k / stepsPerEpoch)));
    case "steppedPerBatch":
      return all((k) => at(k * stepsPerEpoch));
    case "steppedTwice":
      return stepped(2);
    case "steppedPerMicroBatch":
      return stepped(count("accumulation"));
    case "steppedPerProcess":
      return stepped(count("processes"));
    case "countedPerMicroBatch":
      return all((k) => at(k / count("accumulation")));
    case "countedPerProcess":
      return all((k) => at(k / count("processes")));
    case "restarted":
      return behind((since) => [since]);
    case "warmupDiffers": {
      const rise =
        given.plan.kind === "sequence" ? (given.plan.parts[0] as { readonly over?: unknown }).over : undefined;
      const own = typeof rise === "number" ? Array.from({ length: steps }, (_, i) => i + 1) : [];
      return own.some((length) => {
        return all((k) => at(k < length ? (k * Number(rise)) / length : Math.max(k, Number(rise))));
      });
    }
    case "displaced":
      return behind(() => Array.from({ length: 2 * steps }, (_, i) => i - steps));
    default:
      return false;
  }
}
