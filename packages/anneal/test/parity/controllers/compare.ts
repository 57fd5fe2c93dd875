import { PlanError } from "../../../src/index.ts";
import { BARS, type Comparison } from "../compare.ts";
import type { Table } from "../port.ts";
import { type Observed, observed, run, type Setup } from "./run.ts";

/** From a case to what is written for it; a PlanError is a refusal. */
export type SetUp = (one: Observed<never>) => Setup;

/** Compares every case of one schedule of a table. */
export function compareControllers(table: Table, name: string, setUp: SetUp): Comparison {
  const cases = (table.schedules[name]?.cases ?? []).map(observed);
  const { bar, share } = BARS[table.precision];
  const sum = { positions: 0, deviation: 0, rounded: 0, refused: 0 };
  const different: Record<string, number> = {};
  const failures: string[] = [];
  for (const [i, one] of cases.entries()) {
    const { rates, setup, refusal } = outcome(one, setUp);
    const theirs = (one.values as readonly (number | readonly number[])[] | undefined)?.map((row) => [row].flat());
    const peak = Math.max(0, ...(theirs?.flat() ?? []).map(Math.abs));
    const offs = (rates && theirs ? theirs : []).flatMap((row, call) =>
      row.map((b, group) => {
        const a = rates?.[call]?.[group] ?? Number.NaN;
        return a === b ? 0 : Math.abs(a - b) / (Math.abs(b) + share * peak);
      }),
    );
    const same = theirs ? offs.length > 0 && offs.every((off) => off <= bar) : rates === undefined;
    const differs = setup?.differs ?? (same ? undefined : setup?.mayDiffer);
    if (differs !== undefined) {
      different[differs] = (different[differs] ?? 0) + 1;
      if (same) failures.push(`case ${i}: said to be different (${differs}), and is not`);
    } else if (!same) {
      const at = offs.findIndex((off) => !(off <= bar));
      failures.push(`case ${i}, ${JSON.stringify(one.config)}: ${one.raises ?? refusal ?? `value ${at}`}`);
    } else {
      if (!theirs) sum.refused++;
      sum.positions += offs.length;
      sum.deviation = Math.max(sum.deviation, ...offs);
    }
  }
  return { cases: cases.length, ...sum, different, failures };
}

/** The rates, or the refusal, and what is said to be different. */
function outcome(one: Observed<never>, setUp: SetUp) {
  let setup: Setup | undefined;
  try {
    setup = setUp(one);
    return { rates: run(one, setup), setup };
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return { refusal: error.message, setup };
  }
}
