import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { counted } from "../src/terminal/counted.ts";
import { percent } from "../src/terminal/percent.ts";
import { areEqual, rate } from "../src/terminal/rate.ts";
import { rateColumn } from "../src/terminal/rateColumn.ts";
import { anneal } from "./fakeIo.ts";

describe("a column of rates", () => {
  it.each([
    [
      [0, 0.1, 0.0975528258, 12],
      [" 0        ", " 0.1      ", " 0.0975528", "12        "].map((cell) => cell.trimStart()),
    ],
    [
      [0.001, 0, 7.61524e-6, 2.4672e-7],
      ["1e-3", "0", "7.61524e-6", "2.4672e-7"],
    ],
    [
      [0.1, 0.1000000001, 0.2],
      ["0.1         ", "0.1000000001", "0.2         "],
    ],
    [
      [0.1, null, 0.1],
      ["0.1", "", "0.1"],
    ],
    [
      [0.0005999999999999991, 0.0005999999999999998],
      ["0.0006", "0.0006"],
    ],
    [
      [0.1, 0.10000005000010001, 0.1],
      ["0.1      ", "0.1000001", "0.1      "],
    ],
  ])("has one notation, points below each other and no more digits than are needed: %j", (values, cells) => {
    expect(rateColumn(values)).toEqual(cells);
  });

  it("tells neighbours apart, and all of it in one notation", () => {
    const value = fc.oneof(
      fc.double({ min: 1e-9, max: 10, noNaN: true }),
      fc.double({ min: 0.1, max: 0.1000001, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 12 }), (values) => {
        const cells = rateColumn(values).map((cell) => cell.trim());
        expect(new Set(cells.map((cell) => cell.includes("e"))).size).toBe(1);
        cells.forEach((cell, i) => {
          const before = values[i - 1];
          if (before !== undefined && !areEqual(before, values[i] as number)) expect(cell).not.toBe(cells[i - 1]);
          expect(Math.abs(Number(cell) - (values[i] as number))).toBeLessThanOrEqual(6e-6 * (values[i] as number));
        });
      }),
      { numRuns: 1000 },
    );
  });

  it("alone has an exponent where it is small", () => {
    expect([0, 0.1, 1e-4, 7.61524123e-6, 3e20, -2e-5].map((one) => rate(one))).toEqual([
      ...["0", "0.1", "0.0001", "7.61524e-6", "3e20", "-2e-5"],
    ]);
  });
});

describe("shares and counts", () => {
  it("are factors from ten times on, and one of one", () => {
    expect([0.5, 10, 13.1, 13100, 1 / 3].map(percent)).toEqual(["50 %", "1000 %", "×13.1", "×13100", "33.3 %"]);
    expect([counted(1, "update"), counted(2, "update")]).toEqual(["1 update", "2 updates"]);
  });
});

describe("what changes by rounding alone", () => {
  it("is a corner without another value", async () => {
    // The warm-up ends a bit of rounding below the level that follows it.
    const stdin = JSON.stringify({
      kind: "sequence",
      parts: [
        { plan: { kind: "linear", from: 0, to: 0.0005999999999999991, over: 9 }, until: 11 },
        { kind: "linear", from: 0.0005999999999999998, to: 0, over: 20 },
      ],
    });
    const { out } = await anneal(["table", "-", "--steps", "31"], { stdin });
    expect(out).toMatch(/^ {4}11 +0\.0006$/m);
    expect(out).not.toContain("0.0006  →");
  });
});

describe("a comparison", () => {
  it("of one update says so, and of thousands of per cent how many times", async () => {
    const same = await anneal(["diff", "constant({value: 1})", "constant({value: 1})", "--steps", "1"]);
    expect(same.out).toContain("lr: the same at all 1 update\n");
    const { out } = await anneal(["diff", "constant({value: 1})", "constant({value: 14.1})", "--steps", "1"]);
    expect(out).toContain("lr: 1 of 1 update differs\n");
    expect(out).toContain("integrated  13.1, ×13.1 of a\n");
  });
});
