import { constant, type Plan, type Run } from "anneal";
import { describe, expect, test } from "vitest";
import { dataDocument } from "../src/document.ts";
import { Effort } from "../src/effort.ts";
import type { Framework } from "../src/framework.ts";
import { readAs } from "../src/read.ts";

/** A framework whose schedules are these. */
function made(...schedules: readonly { readonly lr: Plan; readonly run: Run }[]): Framework {
  const sections = schedules.map(({ lr, run }, i) => ({ name: `s${i}`, read: () => ({ program: { lr }, run }) }));
  return { name: "made", entries: {}, configuration: { recognises: () => true, read: () => sections } };
}

const document = dataDocument("json", null);
const [right, wrong] = [constant({ value: 1 }), constant({ value: -1 })];

describe("what is the same in several schedules", () => {
  test("is told of each where it is wrong", () => {
    const run = { steps: -1 };
    const readings = readAs(made({ lr: right, run }, { lr: right, run }, { lr: right, run: {} }), document, {});
    expect(readings.map(({ problems }) => problems.length)).toEqual([1, 1, 0]);
  });

  test("does not make what differs right", () => {
    const readings = readAs(
      made({ lr: right, run: { base: 1 } }, { lr: wrong, run: { base: 1 } }, { lr: right, run: { base: Number.NaN } }),
      document,
      {},
    );
    expect(readings.map(({ problems }) => problems.length)).toEqual([0, 1, 1]);
  });
});

describe("the steps that are measured of a text", () => {
  test("count as what they take", () => {
    const effort = new Effort();
    expect(effort.take(20_000, 10)).toBe(20_000);
    expect(effort.take(20_000, 15)).toBe(13_333);
    expect(effort.take(20_000)).toBeLessThan(20);
  });

  test("are some of each schedule in any case", () => {
    const effort = new Effort();
    effort.take(1e6);
    expect(effort.take(20_000, 100)).toBe(16);
    expect(effort.spent).toBe(true);
  });
});
