import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { parsePlan } from "../src/index.ts";
import { LONGEST_LIST, MOST_ENTRIES, PLAN_ENTRIES, TEXT_ENTRIES } from "../src/limits.ts";
import { runs } from "./arbitrary/runs.ts";
import { issuesOf } from "./issues.ts";

const many = <T>(count: number, entry: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => entry(i));
const expected = `at most 64 plans deep, ${MOST_ENTRIES / 1000},000 entries (a plan is ${PLAN_ENTRIES}, a text ${TEXT_ENTRIES})`;
const refusal = { path: "", expected, received: "[object]" };

afterEach(() => void vi.restoreAllMocks());

describe("how large a plan may be", () => {
  it("is the sum of its numbers, texts and plans, whatever it has of each", () => {
    let tried = 0;
    const law = (plans: number, texts: number) => {
      const terms: object[] = many(plans, () => ({ kind: "constant", value: "1x" }));
      if (texts > 0)
        terms.push({ kind: "piecewise", from: 1, at: many(texts, (i) => i + 1), to: many(texts, () => "1x") });
      const plan = PLAN_ENTRIES + 1;
      let left = MOST_ENTRIES - PLAN_ENTRIES - terms.length * plan - texts * (1 + TEXT_ENTRIES);
      while (left > plan) {
        const numbers = Math.min(left - plan, LONGEST_LIST);
        terms.push({ kind: "custom", name: "f", args: many(numbers, (i) => i / 8) });
        left -= plan + numbers;
      }
      const { args } = terms.at(-1) as { args?: number[] };
      // What is left is less than another plan: numbers, where the last list has room for them.
      if (!args || left < 0 || args.length + left >= LONGEST_LIST) return;
      args.push(...many(left, () => 1));
      expect(parsePlan({ kind: "sum", terms }).kind).toBe("sum");
      args.push(1);
      expect(issuesOf(() => parsePlan({ kind: "sum", terms }))).toEqual([refusal]);
      tried++;
    };
    const plans = fc.integer({ min: 0, max: 8_000 });
    const texts = fc.integer({ min: 0, max: 20_000 });
    fc.assert(fc.property(plans, texts, law), { numRuns: runs(20) });
    expect(tried).toBeGreaterThan(0);
  });
});

describe("what reading a plan takes", () => {
  it("is one look at each text, also where they have to increase", () => {
    const [at, to] = [many(1000, (i) => `${i + 1}.5 epochs`), many(1000, (i) => `${i}x`)];
    const looks = vi.spyOn(RegExp.prototype, "exec");
    parsePlan({ kind: "piecewise", from: "1x", at, to });
    expect(looks).toHaveBeenCalledTimes(1 + at.length + to.length);
  });

  const constant = { kind: "constant", value: 1, over: 1 };
  const sum = (count: number, term: (i: number) => unknown) => ({ kind: "sum", terms: many(count, term) });
  const parts = (part: (i: number) => unknown) => sum(30, () => ({ kind: "sequence", parts: many(10_000, part) }));
  const hostile: Record<string, () => unknown> = {
    "plans of many fields": () =>
      sum(100_000, (i) => ({ kind: "tanh", from: "1x", to: "2x", over: `${i} steps`, lower: -1, upper: 1 })),
    "parts of nothing": () => parts(() => ({})),
    "parts of which all is wrong": () => parts((i) => ({ plan: i, until: "5 parsecs", clock: "wall", more: 1 })),
    "parts of plans": () => parts(() => ({ plan: constant, until: "5 steps", clock: "global" })),
    "lists of texts": () =>
      sum(8, () => ({
        kind: "piecewise",
        from: 1,
        at: many(90_000, (i) => `${i + 1} steps`),
        to: many(90_000, () => "1x"),
      })),
    "lists of what is none": () => sum(8, () => ({ kind: "sum", terms: many(90_000, () => null) })),
    "unknown fields": () => {
      const strange = { ...constant, ...Object.fromEntries(many(100, (i) => [`f${i}`, 1])) };
      return sum(9_000, () => strange);
    },
    "a plan that is in itself many times": () => {
      const plan = sum(10_000, () => undefined);
      plan.terms.fill(plan);
      return plan;
    },
  };

  it.each(Object.entries(hostile))("has an end: %s", (_, make) => {
    let reads = 0;
    const seen = new Map<object, unknown>();
    const issues = issuesOf(() => parsePlan(watched(make())));
    expect(issues.length).toBeGreaterThan(0);
    expect(reads).toBeGreaterThan(100);
    expect(reads).toBeLessThan(2 * MOST_ENTRIES);

    /** The same data, whose reads are counted. */
    function watched(data: unknown): unknown {
      if (typeof data !== "object" || data === null) return data;
      if (!seen.has(data)) {
        const get = (target: object, name: string) => {
          reads++;
          return watched((target as Record<string, unknown>)[name]);
        };
        const ownKeys = (target: object) => {
          const names = Reflect.ownKeys(target);
          reads += names.length;
          return names;
        };
        seen.set(data, new Proxy(data, { ownKeys, get: get as ProxyHandler<object>["get"] & {} }));
      }
      return seen.get(data);
    }
  });
});
