import { cosine, linear, multiStep, type Plan, schedule, warmupCosine } from "anneal";
import { audit, auditGroups } from "anneal/audit";
import { describe, expect, it } from "vitest";
import { loops } from "./cases.ts";
import { judgeAll } from "./confusion.ts";
import { ratesOf } from "./ratesOf.ts";

it("is 1 at most for all explanations of a log together", () => {
  for (const { audited, given } of judgeAll(loops)) {
    const { bug, convention, others } = audited;
    const all = [bug, convention, ...others].flatMap((one) => (one ? [one.confidence] : []));
    expect(
      all.reduce((sum, one) => sum + one, 0),
      given.name,
    ).toBeLessThanOrEqual(1.003);
    if (audited.verdict === "unknown") expect(Math.max(0, ...all), given.name).toBeLessThanOrEqual(0.05);
  }
});

it("of a rate that never moves is not shared with what moves too little to be seen", () => {
  const plan = cosine({ from: "1x", to: 0, over: 1000 });
  const { steps, rates } = ratesOf(plan, { base: 0.001 }, 990);
  const still = rates.map(() => 0.001);
  const groups = [rates, still].map((own, i) => ({
    name: `${i}`,
    plan,
    run: { base: 0.001 },
    logged: { steps, rates: own },
  }));
  const [, group] = auditGroups(groups);
  expect(group?.bug).toMatchObject({ name: "groupNeverScheduled" });
  expect(group?.bug?.confidence).toBeGreaterThan(0.95);
  expect(group?.text).not.toContain("do not rule out");
  // The first milestone of stairs may be still to come.
  const stairs = audit(multiStep({ milestones: [300] }), { base: 0.1 }, { steps, rates: rates.map(() => 0.1) });
  expect(stairs.bug?.confidence).toBeLessThan(0.8);
});

describe("a schedule of epochs that is stepped with each update and each epoch", () => {
  const plan: Plan = cosine({ from: "1x", to: 0, over: 30 });
  const lr = schedule({ kind: "cosineWave", from: "1x", to: 0, over: 30 }, { base: 0.1 });
  const options = { unit: "epoch", updatesPerEpoch: 100 } as const;

  it("is told so, from a row an epoch or ten updates", () => {
    for (const every of [100, 10]) {
      const steps = Float64Array.from({ length: 3000 / every }, (_, row) => row * every);
      const rates = steps.map((update) => lr(update + Math.floor(update / 100)));
      const { bug, text } = audit(plan, { base: 0.1 }, { steps, rates }, options);
      expect(bug?.name).toBe("steppedPerBatch");
      expect(text).toContain("a step with each update and one more with each epoch: 101 in an epoch");
    }
  });

  it("goes so many steps with each epoch where nothing tells how long an epoch is", () => {
    const steps = Float64Array.from({ length: 30 }, (_, epoch) => epoch);
    const rates = steps.map((epoch) => lr(101 * epoch));
    const { text } = audit(plan, { base: 0.1 }, { steps, rates, clock: "epoch" }, { unit: "epoch" });
    expect(text).toContain("steps with each epoch");
  });
});

it("of one of updates tells both calls too", () => {
  const plan = warmupCosine({ warmup: 100 });
  const run = { base: 0.1, steps: 1000, stepsPerEpoch: 10 };
  const lr = schedule(plan, run);
  const { steps } = ratesOf(linear({ from: 1, to: 0, over: 1000 }), run, 990);
  const rates = steps.map((update) => lr(update + Math.floor(update / 10)));
  expect(audit(plan, run, { steps, rates }).text).toContain("a step with each update and one more with each epoch");
});
