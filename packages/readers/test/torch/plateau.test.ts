import { PlanError, type Program, Scheduler } from "anneal";
import { expect, it } from "vitest";
import { type TorchCase, torchTables } from "../../../anneal/test/parity/torchCases.ts";
import { readCall } from "./readCall.ts";
import { callOf, optimizerOf } from "./torchCall.ts";

const [current] = torchTables();
const cases = current?.schedules.ReduceLROnPlateau?.cases ?? [];

/** The rates of a case, of what was read of it; nothing where it was refused. */
function driven(one: TorchCase): readonly (readonly number[])[] | undefined {
  try {
    const [spec] = one.schedulers;
    const { program, controllers } = readCall(callOf(spec as NonNullable<typeof spec>, optimizerOf(one)));
    const paramGroups = one.bases.map((lr) => ({ lr }));
    const own = { lr: { plan: program?.lr, controllers } } as unknown as Program;
    const scheduler = new Scheduler({ paramGroups }, own);
    const rates = [scheduler.rates().lr as readonly number[]];
    for (const call of one.calls) {
      if (!("metric" in call)) throw new Error("a case with a step that has no metric");
      scheduler.observe(call.metric ?? Number.NaN);
      rates.push(paramGroups.map(({ lr }) => lr));
    }
    return rates;
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}

it("cuts as ReduceLROnPlateau does, in every case", () => {
  const wrong: string[] = [];
  let refused = 0;
  for (const one of cases) {
    const rates = driven(one);
    if (!rates) {
      refused++;
      if (one.raises === undefined) wrong.push(`${one.name}: refused`);
      continue;
    }
    const far = one.rates.some((row, k) =>
      row.some((rate, i) => !(Math.abs((rates[k]?.[i] ?? Number.NaN) - rate) <= 1e-12 * rate)),
    );
    if (far || one.raises !== undefined) wrong.push(`${one.name}: ${one.raises}`);
  }
  expect(wrong).toEqual([]);
  expect({ cases: cases.length, refused }).toEqual({ cases: 105, refused: 4 });
});
