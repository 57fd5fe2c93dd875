import { describe, expect, it } from "vitest";
import { constant, type Plan, step } from "../../src/index.ts";
import { type Comparison, compareTable } from "./compare.ts";
import type { Case, Ported, Table } from "./port.ts";

const CASE = { config: { factor: 0.5 } as never, base: 0.3, at: [0, 9, 10], values: [0.3, 0.3, 0.15] };
const halves = step({ every: 10, factor: 0.5 });

/** How one case compares with what is written for it. */
function compare(
  one: Partial<Case<never>>,
  ported: Ported | (() => Ported),
  precision: Table["precision"] = "float64",
) {
  const cases = [{ ...CASE, ...one }];
  const table: Table = { framework: "f", version: "1", ran: "", precision, schedules: { s: { unit: "", cases } } };
  const port = () => (typeof ported === "function" ? ported() : ported);
  return compareTable(table, { s: port }).get("s") as Comparison;
}

const rates = (values: Plan): Ported => ({ program: { values } });

describe("the comparison with a framework", () => {
  it("counts what is the same", () => {
    expect(compare({}, rates(halves))).toMatchObject({ cases: 1, positions: 3, deviation: 0, failures: [] });
    const bases = {
      base: undefined,
      bases: [0.3, 0.6],
      values: [
        [0.3, 0.6],
        [0.3, 0.6],
        [0.15, 0.3],
      ],
    } as never;
    expect(compare(bases, rates(halves))).toMatchObject({ positions: 6, failures: [] });
  });

  it("finds a value beyond the bar, and none within", () => {
    const off = (by: number) => ({ values: [0.3, 0.3 * (1 + by), 0.15] });
    expect(compare(off(0.9e-12), rates(halves)).failures).toEqual([]);
    expect(compare(off(1.1e-12), rates(halves)).failures).toEqual([expect.stringContaining("values at 9")]);
    expect(compare(off(1.1e-12), rates(halves), "float32").failures).toEqual([]);
    expect(compare(off(2e-6), rates(halves), "float32").failures.length).toBe(1);
  });

  it("finds a wrong series, a group's wrong plan, and values that are missing", () => {
    const momentum = { momentum: [0.9, 0.9, 0.8] };
    const both = { program: { values: halves, momentum: constant({ value: 0.9 }) } };
    expect(compare(momentum, both).failures).toEqual([expect.stringContaining("momentum at 10")]);
    expect(compare({}, both).failures).toEqual([expect.stringContaining("momentum: the table has 0 values")]);
    const bases = {
      bases: [0.3, 0.6],
      values: [
        [0.3, 0.6],
        [0.3, 0.6],
        [0.15, 0.6],
      ],
    };
    expect(compare(bases, rates(halves)).failures).toEqual([expect.stringContaining("values[1] at 10")]);
  });

  it("wants both to refuse, or a reason", () => {
    const refuse = (): Ported => rates(step({ every: 0 }));
    expect(compare({ raises: "ValueError" }, refuse)).toMatchObject({ refused: 1, failures: [] });
    expect(compare({ raises: "ValueError" }, rates(halves)).failures.length).toBe(1);
    expect(compare({}, refuse).failures.length).toBe(1);
    expect(compare({}, {}).failures.length).toBe(1);
    const differs = { as: "moreAccepted" } as const;
    expect(compare({ raises: "ValueError" }, { ...rates(halves), differs })).toMatchObject({
      different: { moreAccepted: 1 },
      failures: [],
    });
  });

  it("takes as different only what is, and only where that is said", () => {
    const values = { values: [0.3, 0.3, 0.7] };
    const differs = (at: number) => ({
      ...rates(halves),
      differs: { as: "pastTheEnd", at: (t: number) => t === at } as const,
    });
    expect(compare(values, differs(10))).toMatchObject({ positions: 2, different: { pastTheEnd: 1 }, failures: [] });
    expect(compare(values, differs(9)).failures.length).toBe(1);
    expect(compare({}, differs(10))).toMatchObject({ positions: 3, different: {}, failures: [] });
  });

  it("counts apart what the framework's own rounding explains, and no more", () => {
    const values = { values: [0.3, 0.3 * (1 + 1e-11), 0.15] };
    const loses = (by: number) => ({ ...rates(halves), loses: () => by });
    expect(compare(values, loses(1.1e-11))).toMatchObject({ rounded: 1, deviation: 0, failures: [] });
    expect(compare(values, loses(0.9e-11)).failures.length).toBe(1);
  });

  it("lists a schedule without a port", () => {
    const table = { framework: "f", schedules: { s: { unit: "", cases: [CASE] } } } as unknown as Table;
    expect(compareTable(table, {}).get("s")?.failures).toEqual(["no port: f s"]);
    expect(compareTable(table, undefined).get("s")?.failures).toEqual(["no port: f s"]);
  });
});
