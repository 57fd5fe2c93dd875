import { describe, expect, it } from "vitest";
import { CLASSES } from "../arbitrary/torch.ts";
import { drive, readCases, type Spec, type TorchCase } from "./torchCases.ts";
import { differenceOf } from "./torchDifferences.ts";

/** How far a list of values is from another, as a share of the bar |a - b| <= 1e-12 |b| + 1e-15 peak. */
function distance(ours: readonly (readonly number[])[], theirs: readonly (readonly number[])[]): number {
  const shares = theirs.flatMap((row, call) =>
    row.map((value, i) => {
      const peak = Math.max(...theirs.map((each) => Math.abs(each[i] as number)));
      const away = Math.abs((ours[call]?.[i] ?? Number.NaN) - value);
      return away === 0 ? 0 : away / (1e-12 * Math.abs(value) + 1e-15 * peak);
    }),
  );
  return Math.max(0, ...shares.map((share) => (Number.isNaN(share) ? 1 / 0 : share)));
}

interface Result {
  /** As a share of the bar. */
  readonly distance: number;
  readonly refused: boolean;
  /** Why it differs, where it does. */
  readonly differs?: string;
  readonly wrong?: string;
}

function compare(one: TorchCase): Result {
  const { rates, momenta, refused } = drive(one);
  // What PyTorch refuses only at some step may be refused at once.
  const bothRefuse = refused !== undefined && one.raises !== undefined;
  if (bothRefuse && rates.length === 0) return { distance: 0, refused: true };
  const away = Math.max(distance(rates, one.rates), distance(momenta, one.momenta ?? []));
  const result = { distance: away, refused: refused !== undefined };
  if (away <= 1 && (bothRefuse || !(refused || one.raises))) return result;
  const difference = differenceOf(one);
  const found = `${away} times the bar, ${refused ? `refused: ${refused.message}` : "accepted"}`;
  if (!difference) return { ...result, wrong: `${found}; PyTorch: ${one.raises ?? "accepted"}` };
  const { as: differs, rates: expected } = difference;
  const asSaid = expected ? !refused && distance(rates, expected) <= 1 : refused !== undefined && rates.length === 0;
  return { distance: 0, refused: result.refused, differs, ...(!asSaid && { wrong: `${found}; not as listed` }) };
}

const tables = readCases();
const results = new Map([...tables].map(([table, cases]) => [table, cases.map(compare)]));

describe("rates, momenta and refusals are those of the real", () => {
  it.each([...tables])("%s, or a listed difference", (table, cases) => {
    const wrong = results.get(table)?.map(({ wrong }, i) => wrong && `${cases[i]?.name}: ${wrong}`);
    expect(wrong?.filter((one) => one)).toEqual([]);
  });
});

describe("the tables", () => {
  const all = [...tables.values()].flat();
  const of = (spec: Spec): string[] => [spec.class, ...(spec.options.schedulers ?? []).flatMap(of)];

  it("have every class, several groups, several schedulers and momentum of both sorts", () => {
    expect([...new Set(all.flatMap(({ schedulers }) => schedulers.flatMap(of)))].sort()).toEqual(
      Object.keys(CLASSES).sort(),
    );
    expect(all.filter(({ bases }) => bases.length > 1).length).toBeGreaterThan(150);
    expect(all.filter(({ schedulers }) => schedulers.length > 1).length).toBeGreaterThan(70);
    expect(all.filter(({ betas }) => betas).length).toBeGreaterThan(50);
    expect(all.filter(({ momentum }) => momentum).length).toBeGreaterThan(50);
  });

  it("are met but for the listed differences", () => {
    const counts: Record<string, number> = {};
    for (const { differs } of [...results.values()].flat()) if (differs) counts[differs] = (counts[differs] ?? 0) + 1;
    expect(counts).toEqual({
      "a length of 0": 1,
      "an overwriting scheduler beside others": 7,
      "CosineAnnealingLR past its end beside others": 9,
      "PyTorch's drift": 1,
      constantWithoutEnd: 1,
      cyclicStart: 6,
      cyclicTakesTheBase: 1,
      linearWithoutEnd: 1,
      nested: 12,
      oneCyclePastEnd: 3,
      oneCycleShortRise: 3,
      oneCycleTakesTheBase: 3,
      restartByLogarithm: 1,
    });
  });
});
