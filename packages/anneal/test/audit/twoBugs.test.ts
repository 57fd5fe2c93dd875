import {
  cosine,
  exponential,
  linear,
  multiStep,
  type Plan,
  polynomial,
  repeat,
  schedule,
  warmupCosine,
  warmupLinear,
} from "anneal";
import { type Audit, type AuditOptions, audit } from "anneal/audit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "../arbitrary/runs.ts";

const run = { base: 0.001, steps: 1000 };
const plan = warmupCosine({ warmup: 100 });
const [lr, longer] = [schedule(plan, run), schedule(plan, { ...run, steps: 2000 })];
const steps = Float64Array.from({ length: 200 }, (_, row) => 5 * row);
const auditOf = (rate: (step: number) => number, options: AuditOptions): Audit =>
  audit(plan, run, { steps, rates: steps.map(rate) }, options);
const told = ({ verdict, bug, together }: Audit) => [verdict, bug?.name, together?.map(({ name }) => name)];

describe("two bugs at once", () => {
  it("are a schedule that is stepped with each micro-batch, and restarted on resume", () => {
    const found = auditOf((step) => lr(4 * (step < 150 ? step : step - 150)), { accumulate: 4 });
    expect(told(found)).toEqual(["unknown", undefined, ["steppedPerMicroBatch", "restarted"]]);
    expect(found.text).toContain("stepped once for each micro-batch: the schedule went 4 steps with each update");
    expect(found.text).toMatch(/\(alone it explains \d+ of \d+ rows\); and restarted on resume/);
    expect(found.text).toContain("the curve starts again at update 150");
    const [faster, later] = found.together ?? [];
    expect(faster?.explained).toBeLessThan(faster?.informative ?? 0);
    expect(later?.confidence).toBeGreaterThan(0.9);
    for (const step of [50, 145, 150, 300, 390]) {
      expect(later?.at(step)).toBeCloseTo(lr(4 * (step < 150 ? step : step - 150)), 9);
    }
  });

  it("are one that is stepped by each process, and rescaled on resume", () => {
    const found = auditOf((step) => (step < 150 ? lr : longer)(2 * step), { processes: 2 });
    expect(told(found)).toEqual(["unknown", undefined, ["steppedPerProcess", "rescaled"]]);
    expect(found.text).toContain("from update 150 on the schedule is that of 2000 updates instead of the plan's 1000");
  });

  it("are one that is stepped by each process, and another warm-up, with no event that no row shows", () => {
    const planned = warmupLinear({ warmup: 150 });
    const facts = { base: 5e-4, steps: 3000 };
    const own = schedule(warmupLinear({ warmup: 300 }), facts);
    const at = Float64Array.from({ length: 300 }, (_, row) => 10 * row);
    const logged = { steps: at, rates: at.map((step) => Number(own(4 * step).toExponential(6))) };
    const found = audit(planned, facts, logged, { processes: 4 });
    expect(told(found)).toEqual(["unknown", undefined, ["steppedPerProcess", "warmupDiffers"]]);
    expect(found.text).toContain("the warm-up takes 300 updates instead of 150");
    expect(told(audit(planned, facts, logged))).toEqual(["unknown", undefined, undefined]);
  });

  it("are one that is stepped by each process, and updates that were skipped", () => {
    const skipped = [3, 61, 140].map((at) => (step: number) => +(step > at));
    const behind = (step: number) => skipped.reduce((sum, one) => sum + one(step), 0);
    const every = Float64Array.from({ length: 240 }, (_, step) => step);
    const rates = every.map((step) => lr(4 * (step - behind(step))));
    const found = audit(plan, run, { steps: every, rates }, { processes: 4 });
    expect(told(found)).toEqual(["unknown", undefined, ["steppedPerProcess", "skippedUpdates"]]);
    expect(found.together?.[1]).toMatchObject({ numbers: { lag: 12, changes: 3 } });
    for (const step of [2, 50, 100, 200]) expect(found.together?.[1].at(step)).toBeCloseTo(rates[step] as number, 9);
  });

  it.each<[string, number, AuditOptions]>([
    ["twice as many as processes", 16, { processes: 8 }],
    ["twice as many as micro-batches", 8, { accumulate: 4 }],
    ["as many as processes times micro-batches", 6, { processes: 2, accumulate: 3 }],
  ])("are two that step it, told as one factor: %s", (why, factor, options) => {
    const { bug } = auditOf((step) => lr(factor * step), options);
    expect(bug).toMatchObject({ name: "steppedTooOften", numbers: { factor } });
    expect(bug?.text).toBe(`the schedule went ${factor} steps with each update, ${why}`);
  });

  it("are another base rate, and what happens in any run", () => {
    const warm = warmupCosine({ warmup: 100, from: 1e-5 });
    const [own, large] = [{ ...run, base: 0.001 }, schedule(warm, { ...run, base: 0.008 })];
    const auditOf = (rate: (step: number) => number) => audit(warm, own, { steps, rates: steps.map(rate) });
    const half = schedule(warm, { ...run, base: 0.008, steps: 500 });
    const two: Readonly<Record<string, (step: number) => number>> = {
      restarted: (step) => large(step < 600 ? step : step - 600),
      displaced: (step) => large(step < 600 ? step : step - 90),
      stopped: (step) => large(Math.min(step, 400)),
      warmupMissing: (step) => large(Math.max(step, 100)),
      anotherTotal: half,
    };
    for (const [name, rate] of Object.entries(two)) {
      const found = auditOf(rate);
      expect(told(found), found.text).toEqual(["unknown", undefined, ["scaled", name]]);
      expect(found.together?.[0].numbers.factor).toBeCloseTo(8, 6);
      for (const step of [50, 300, 700]) expect(found.together?.[1].at(step)).toBeCloseTo(rate(step), 9);
    }
  });

  it("are a shift and any other, which is told as one", () => {
    const found = auditOf((step) => lr(4 * (step + 1)), { processes: 4 });
    expect(told(found)).toEqual(["bug", "steppedPerProcess", undefined]);
  });

  it("are not told where one explains the rows, nor where two do not", () => {
    expect(auditOf((step) => lr(4 * step), { processes: 4 }).together).toBeUndefined();
    const noise = auditOf((step) => lr(4 * step) * (1 + 0.2 * Math.sin(step)), { processes: 4 });
    expect(told(noise)).toEqual(["unknown", undefined, undefined]);
    expect(noise.text).toContain("no known signature fits");
  });
});

describe("a log of another plan", () => {
  const PLANS: readonly ((steps: number) => Plan)[] = [
    (over) => linear({ from: "1x", to: 0, over }),
    (over) => polynomial({ from: "1x", to: 0, power: 2, over }),
    (over) => cosine({ from: "1x", to: 0, over }),
    (over) => warmupCosine({ warmup: over / 10 }),
    (over) => exponential({ from: "1x", factor: 0.1, every: over / 2 }),
    (over) => repeat({ plan: cosine({ from: "1x", to: 0, over: over / 3 }) }),
    (over) => multiStep({ milestones: [Math.round(over / 3), Math.round((2 * over) / 3)] }),
  ];

  it("is not told as two bugs where each of few rows would be a restart", () => {
    const rates = [0.08, 0.06, 0.04, 0.02, 0];
    const logged = { steps: [200, 400, 600, 800, 1000], rates };
    const found = audit(warmupCosine({ warmup: 100 }), { base: 0.1, steps: 1000 }, logged, { processes: 2 });
    expect(told(found)).toEqual(["unknown", undefined, undefined]);
  });

  it("is seldom told as two bugs, and never by as many restarts as rows", () => {
    const plans = fc.tuple(fc.nat({ max: PLANS.length - 1 }), fc.nat({ max: PLANS.length - 1 }));
    const total = fc.constantFrom(100, 1000, 10_000);
    const rows = fc.integer({ min: 3, max: 40 });
    let [drawn, two] = [0, 0];
    const law = ([a, b]: [number, number], steps: number, count: number, digits: number, processes: number) => {
      if (a === b) return;
      const own = { base: 0.1, steps };
      const other = schedule((PLANS[b] as (typeof PLANS)[0])(steps), own);
      const at = Float64Array.from({ length: count }, (_, row) => Math.round(((row + 1) * steps) / count));
      const rates = at.map((step) => Number(other(step).toPrecision(digits)));
      const { together } = audit((PLANS[a] as (typeof PLANS)[0])(steps), own, { steps: at, rates }, { processes });
      drawn++;
      two += +(together !== undefined);
      if (together) expect(count).toBeGreaterThanOrEqual(3 * (together[1].numbers.restarts ?? 1));
    };
    const all = fc.property(plans, total, rows, fc.integer({ min: 2, max: 6 }), fc.constantFrom(2, 4, 8), law);
    fc.assert(all, { numRuns: runs(150) });
    expect(two).toBeLessThan(0.02 * drawn);
  });
});
