import { describe, expect, it } from "vitest";
import { figure, isOver, type Row } from "../harness/row.ts";
import { table } from "../harness/table.ts";

const ratio: Row = { what: "reading", unit: "ns", anneal: 6, against: { name: "a closure", value: 2 }, bar: 3 };
const plain: Row = { what: "memory of one call", unit: "B", anneal: 16.5, bar: 16 };

describe("a row", () => {
  it("is held against its bar by its ratio, or by its figure when it has no other side", () => {
    expect(figure(ratio)).toBe(3);
    expect(isOver(ratio)).toBe(false);
    expect(isOver({ ...ratio, bar: 2.9 })).toBe(true);
    expect(isOver(plain)).toBe(true);
    expect(isOver({ ...plain, bar: 16.5 })).toBe(false);
  });

  it("that is no number is over every bar, and without a bar none is", () => {
    expect(isOver({ ...plain, anneal: Number.NaN })).toBe(true);
    expect(isOver({ what: "reading", unit: "ns", anneal: Number.NaN })).toBe(false);
    expect(isOver({ what: "reading", skipped: "no Python" })).toBe(false);
  });
});

describe("table", () => {
  it("shows medians, ratios, bars and verdicts in columns", () => {
    const rows = [ratio, plain, { what: "PyTorch", skipped: "no Python" }];
    expect(`\n${table(rows)}\n`).toBe(`
                     Anneal  against             ratio     bar
reading             6.00 ns  2.00 ns  a closure  3.00×    ≤ 3×  ok
memory of one call   16.5 B                             ≤ 16 B  OVER
PyTorch             not measured: no Python
`);
  });
});
