import { describe, expect, it } from "vitest";
import { CLASSES } from "../arbitrary/torch.ts";
import { type Spec, type TorchCase, torchTables } from "./torchCases.ts";
import { compareTorch } from "./torchCompare.ts";

const schedules = torchTables().flatMap(({ version, schedules }) =>
  Object.entries(schedules).map(([name, { cases }]) => [`${name} of PyTorch ${version}`, cases] as const),
);
const compared = new Map(schedules.map(([name, cases]) => [name, compareTorch(cases)]));

describe("rates, momenta and refusals are those of the real", () => {
  it.each(schedules)("%s, or a listed difference", (name, cases) => {
    expect(compared.get(name)?.failures).toEqual([]);
    expect(cases.length).toBeGreaterThan(0);
  });
});

describe("the comparison", () => {
  const [one] = torchTables()[0]?.schedules.OneCycleLR?.cases.filter(({ momenta }) => momenta) ?? [];
  const { rates, momenta = [], ...rest } = one as TorchCase;
  const off = (rows: TorchCase["rates"], by: number) => rows.map((row, i) => (i === 1 ? row.map((x) => x * by) : row));
  const failures = (changed: Partial<TorchCase>) => compareTorch([{ ...rest, rates, momenta, ...changed }]).failures;

  it("finds a rate and a momentum beyond the bar, and none within", () => {
    expect(failures({})).toEqual([]);
    expect(failures({ rates: off(rates, 1 + 0.5e-12), momenta: off(momenta, 1 + 0.5e-12) })).toEqual([]);
    expect(failures({ rates: off(rates, 1 + 3e-12) }).length).toBe(1);
    expect(failures({ momenta: off(momenta, 1 + 3e-12) }).length).toBe(1);
    expect(failures({ rates: [...rates, ...rates] }).length).toBe(1);
  });

  it("finds a refusal of one alone, and a difference that is not as listed", () => {
    expect(failures({ raises: "ValueError" }).length).toBe(1);
    expect(failures({ schedulers: [{ class: "OneCycleLR", options: {} }] }).length).toBe(1);
    expect(failures({ rates: off(rates, 2), fault: "oneCyclePastEnd" })).toEqual([]);
    // This fault's own reference is a chain of parts, of which there are none here.
    const listed = failures({ rates: off(rates, 2), fault: "cyclicStart" });
    expect(listed).toEqual([expect.stringContaining("not as listed")]);
  });
});

describe("the tables", () => {
  const all = schedules.flatMap(([, cases]) => cases);
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
    for (const { different } of compared.values()) {
      for (const [as, cases] of Object.entries(different)) counts[as] = (counts[as] ?? 0) + cases;
    }
    expect(counts).toEqual({
      zeroIterations: 1,
      overwritingBeside: 7,
      cosinePastEnd: 9,
      drift: 1,
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
