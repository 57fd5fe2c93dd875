import { cosine, type Plan, schedule, warmupCosine, warmupLinear, warmupMultiFactor } from "anneal";
import { type Audit, audit, type SignatureName } from "anneal/audit";
import { describe, expect, it } from "vitest";

/** What is said of a run whose schedule stood elsewhere, logged at these updates. */
function auditOf(plan: Plan, steps: readonly number[], position: (update: number) => number): Audit {
  const run = { base: 0.1, steps: 160 };
  const lr = schedule(plan, run);
  return audit(plan, run, { steps, rates: steps.map((step) => lr(position(step))) });
}

const every = (gap: number, end = 160) => Array.from({ length: Math.ceil(end / gap) }, (_, row) => gap * row);
const names = ({ bug, others }: Audit): readonly (SignatureName | undefined)[] => [
  bug?.name,
  ...others.filter((one) => bug && one.confidence >= bug.confidence / 4).map(({ name }) => name),
];

describe("what the rows do not rule out is told", () => {
  const plan = warmupCosine({ warmup: 20, to: "0.1x" });

  it("of updates that were skipped before the second row, or a restart there", () => {
    const found = auditOf(plan, every(10), (update) => (update < 10 ? update : update - 4));
    expect([...names(found)].sort()).toEqual(["restarted", "skippedUpdates"]);
    expect(found.bug?.confidence).toBeLessThan(0.8);
  });

  it("but not of updates that were skipped where the schedule went back", () => {
    const found = auditOf(plan, every(1), (update) => (update < 10 ? update : update - 10));
    expect(names(found)).toEqual(["restarted"]);
    expect(found.bug?.confidence).toBeGreaterThan(0.9);
    const back = auditOf(plan, every(1), (update) => (update < 70 ? update : update - 8));
    expect(names(back)).toEqual(["displaced"]);
  });

  it("of a schedule that is as far behind as there are updates between two rows", () => {
    const ramp = warmupLinear({ warmup: 20 });
    const found = auditOf(ramp, every(10), (update) => (update < 112 ? update : update - 8));
    expect([...names(found)].sort()).toEqual(["displaced", "skippedUpdates"]);
    expect(found.bug?.confidence).toBeLessThan(0.8);
  });

  it("but not of a schedule that falls behind faster than updates can be skipped", () => {
    const ramp = warmupLinear({ warmup: 20 });
    const found = auditOf(
      ramp,
      every(2),
      (update) => Math.floor(update / 2) - (update > 90 ? Math.floor((update - 90) / 3) : 0),
    );
    expect(names(found)).not.toContain("skippedUpdates");
    const seldom = auditOf(ramp, every(2), (update) => update - Math.floor(update / 5));
    expect(names(seldom)).toContain("skippedUpdates");
  });

  it("of a schedule that is by chance as far behind as the run had come where rows are missing", () => {
    const steps = every(1).filter((step) => step < 20 || step >= 40);
    const found = auditOf(plan, steps, (update) => (update < 35 ? update : update - 24));
    expect(names(found)).toEqual(["restarted", "displaced"]);
    expect(found.bug?.confidence).toBeLessThan(0.8);
  });
});

describe("stairs after a warm-up that were made for another total", () => {
  const run = { base: 0.01, steps: 1800 };
  const plan = warmupMultiFactor({ warmup: 182, from: 1e-4, milestones: ["35%", "60%", "85%"], factor: 0.3 });
  const steps = every(1, run.steps);
  const [own, lr] = [(total: number) => schedule(plan, { ...run, steps: total }), schedule(plan, run)];
  const totals = [1087, 1169, 1291, 1403, 1511, 1627, 2003, 2129, 2237, 2351, 2467, 2579, 2791];

  it.each(totals)("are told so, wherever that places their steps: %i", (total) => {
    const { bug } = audit(plan, run, { steps, rates: steps.map((step) => own(total)(step)) });
    expect(bug).toMatchObject({ name: "anotherTotal" });
    expect(Math.abs((bug?.numbers.total ?? 0) / total - 1)).toBeLessThan(0.003);
  });

  it.each(totals)("and a resume that the rows cannot tell is among what they do not rule out: %i", (total) => {
    const rates = steps.map((step) => (step < 300 ? lr(step) : own(total)(step)));
    const found = audit(plan, run, { steps, rates });
    expect(names(found)).toContain("rescaled");
    if (found.bug?.name !== "rescaled") expect(found.bug?.confidence).toBeLessThan(0.8);
  });
});

describe("a base rate that is not the planned one", () => {
  it("is told where the plan states rates that do not follow it", () => {
    const run = { base: 0.1, steps: 400 };
    const plan = warmupCosine({ warmup: 40, from: 1e-4, to: 1e-3 });
    const steps = every(4, run.steps);
    for (const base of [0.4, 0.05, 0.11]) {
      const rates = steps.map((step) => schedule(plan, { ...run, base })(step));
      const found = audit(plan, run, { steps, rates }, { processes: 4 });
      expect(found.bug).toMatchObject({ name: "scaled", explained: found.bug?.informative });
      expect(found.bug?.numbers.factor).toBeCloseTo(base / 0.1, 6);
      expect(found.text).toContain("the base rate is");
    }
  });
});

describe("few rates", () => {
  it("may have been rounded more coarsely than they show, where that assumes less", () => {
    const run = { base: 0.001, steps: 160, stepsPerEpoch: 20 };
    const plan = cosine({ from: "1x", to: 0, over: "rest" });
    const steps = [0, 4, 19, ...every(8).filter((step) => step > 20)];
    const rates = steps.map((step) => Number(schedule(plan, run)(8 * step).toFixed(8)));
    const found = audit(plan, run, { steps, rates }, { processes: 8 });
    expect(found.bug?.name).toBe("steppedPerProcess");
    expect(found.precision).toBe("8 decimals");
  });
});
