import { constant, linear, multiStep, type Plan, schedule, warmupCosine, warmupLinear } from "anneal";
import { audit, auditGroups, type LoggedGroup } from "anneal/audit";
import { describe, expect, it } from "vitest";

const run = { steps: 1000 };
const steps = Float64Array.from({ length: 100 }, (_, row) => 10 * row);
const cosine = warmupCosine({ warmup: 100 });
const half = linear({ from: "1x", to: "0.5x", over: 1000 });

/** A group with a plan of its own, and the rates that were logged of it. */
function group(name: string, plan: Plan, base: number, rate: (step: number) => number): LoggedGroup {
  return { name, plan, run: { ...run, base }, logged: { steps, rates: steps.map(rate) } };
}

const at = (plan: Plan, base: number) => schedule(plan, { ...run, base });
const names = (groups: readonly LoggedGroup[]) => auditGroups(groups).map(({ bug, verdict }) => bug?.name ?? verdict);

describe("one rate in all rows", () => {
  const plans = [half, multiStep({ milestones: [250], factor: 0.5 }), linear({ from: "1x", to: "0.6x", over: 200 })];

  it("is no rounded one", () => {
    for (const plan of plans) {
      for (const base of [0.001, 0.0003, 1e-4, 0.02]) {
        const found = audit(plan, { ...run, base }, { steps, rates: steps.map(() => base) });
        expect(found.bug?.name, `${base}`).toBe("neverScheduled");
      }
    }
    const moves = audit(half, { ...run, base: 0.001 }, { steps, rates: steps.map(() => 0.001), decimals: 3 });
    expect(moves.verdict).toBe("agrees");
  });

  it("is written as those of the groups beside it are", () => {
    const body = group("body", cosine, 0.1, at(cosine, 0.1));
    for (const plan of plans) {
      expect(names([body, group("head", plan, 0.001, () => 0.001)])).toEqual(["agrees", "groupNeverScheduled"]);
    }
    const two = group("head", plans[1] as Plan, 0.002, (step) => (step < 500 ? 0.002 : 0.001));
    expect(names([body, two])).toEqual(["agrees", "steppedTooSeldom"]);
    expect(names([body, group("head", constant({ value: "1x" }), 0.001, () => 0.001)])).toEqual(["agrees", "agrees"]);
  });
});

describe("groups that have each other's rates", () => {
  const [a, b, c] = [0.1, 0.01, 0.003] as const;

  it("are swapped, two of them or three", () => {
    const found = auditGroups([group("body", cosine, a, at(half, b)), group("head", half, b, at(cosine, a))]);
    expect(found.map(({ bug }) => bug?.name)).toEqual(["groupsSwapped", "groupsSwapped"]);
    expect(found[0]?.text).toBe("groups swapped: its rates are those that are planned for head");
    expect(found[0]?.bug).toMatchObject({ numbers: { group: 1 }, explained: found[0]?.bug?.informative });
    expect(found[0]?.bug?.at(500)).toBeCloseTo(at(half, b)(500), 12);
    const round = [a, b, c].map((base, i) => group(`${i}`, half, base, at(half, [b, c, a][i] as number)));
    expect(names(round)).toEqual(["groupsSwapped", "groupsSwapped", "groupsSwapped"]);
  });

  it("are not where only one has the other's, or where both are wrong in another way", () => {
    const copied = [group("body", cosine, a, at(cosine, a)), group("head", cosine, b, at(cosine, a))];
    expect(names(copied)).toEqual(["agrees", "scaled"]);
    const both = [group("body", cosine, a, at(cosine, b)), group("head", cosine, b, at(cosine, c))];
    expect(names(both)).toEqual(["scaled", "scaled"]);
    const other = group("third", warmupLinear({ warmup: 100 }), c, (step) =>
      at(warmupLinear({ warmup: 100 }), c)(2 * step),
    );
    const swap = [group("body", cosine, a, at(half, b)), group("head", half, b, at(cosine, a))];
    expect(names([...swap, other])).toEqual(["groupsSwapped", "groupsSwapped", "steppedTwice"]);
  });
});

describe("a second warm-up", () => {
  it("is none where the rates are a constant times the plan's", () => {
    for (const factor of [1 / 3, 0.5, 0.9]) {
      const run = { base: 3e-4, steps: 500 };
      const lr = schedule(cosine, run);
      const rates = steps.subarray(0, 50).map((step) => factor * lr(step + 9));
      const { bug, others } = audit(cosine, run, { steps: steps.subarray(0, 50).map((step) => step + 9), rates });
      expect(bug?.name).toBe("scaled");
      expect(bug?.confidence).toBeGreaterThan(0.95);
      expect(others.map(({ name }) => name)).not.toContain("warmupTwice");
    }
  });
});
