import { multiStep, type Plan, schedule, sequence, warmupMultiFactor } from "anneal";
import { type Audit, audit } from "anneal/audit";
import { describe, expect, it } from "vitest";

const RUN = { base: 0.1, steps: 200 };
const planned = (...milestones: number[]): Plan => multiStep({ milestones, factor: 0.1 });
const PLAN = planned(60, 140, 180);

/** What is said of a run that followed another plan, logged every so many updates. */
function auditOf(other: Plan | ((step: number) => number), every = 1, resumes = 0): Audit {
  const at = typeof other === "function" ? other : schedule(other, RUN);
  const all = Array.from({ length: RUN.steps / every }, (_, i) => every * i);
  // A run that is resumed goes back to a step that it has logged before.
  const steps = Float64Array.from(
    all.flatMap((step) => (resumes > 0 && step === resumes ? [step, step - every, step] : [step])),
  );
  return audit(PLAN, RUN, { steps, rates: steps.map((step) => at(step)) });
}

describe("a step of stairs that comes at another time", () => {
  it.each([
    [planned(80, 140, 180), { at: 80, planned: 60, moved: 1 }],
    [planned(40, 140, 180), { at: 40, planned: 60, moved: 1 }],
    [planned(60, 120, 180), { at: 120, planned: 140, moved: 1 }],
    [planned(60, 140, 190), { at: 190, planned: 180, moved: 1 }],
    [planned(80, 150, 180), { at: 80, planned: 60, moved: 2 }],
  ])("is a milestone that differs: %#", (other, numbers) => {
    for (const every of [1, 5]) {
      const { bug } = auditOf(other, every);
      expect(bug).toMatchObject({ name: "milestoneDiffers", numbers });
      expect(bug?.confidence).toBeGreaterThan(0.2);
    }
  });

  it("is told with both times", () => {
    expect(auditOf(planned(80, 140, 180)).bug?.text).toBe("the rate becomes 0.01 at update 80 instead of 60");
    expect(auditOf(planned(80, 150, 180)).bug?.text).toContain("; 1 more of its milestones moved");
    const { bug } = auditOf(sequence(planned(60, 140)));
    expect(bug?.text).toMatch(/never becomes 0\.0001, which was planned for update 180|stays at 0\.001/);
  });

  it("is of another total where all are stretched", () => {
    expect(auditOf(planned(40, 93, 120)).bug?.name).toBe("anotherTotal");
  });

  it("is of a schedule that went back where the step was planned, however long the log is", () => {
    const run = { base: 0.1, steps: 3973 };
    // Shares of the run place them between its updates.
    const plan = warmupMultiFactor({ warmup: 161, from: 0.001, milestones: ["35%", "60%", "85%"], factor: 0.3 });
    const lr = schedule(plan, run);
    const steps = Float64Array.from({ length: run.steps }, (_, step) => step);
    for (const [at, lag] of [
      [1391, 516],
      [1391, 523],
      [2384, 401],
    ] as const) {
      const { bug } = audit(plan, run, { steps, rates: steps.map((step) => lr(step < at ? step : step - lag)) });
      expect(bug).toMatchObject({ name: "displaced", numbers: { at, lag } });
      expect(bug?.confidence).toBeGreaterThan(0.9);
    }
  });

  it("is of a schedule that went back to before its last step, by as much as the rows show", () => {
    const run = { base: 0.1, steps: 4000 };
    const plan = multiStep({ milestones: [1400], factor: 0.1 });
    const lr = schedule(plan, run);
    const steps = Float64Array.from({ length: run.steps }, (_, step) => step);
    for (const lag of [700, 701, 703, 706]) {
      const { bug } = audit(plan, run, { steps, rates: steps.map((step) => lr(step < 2000 ? step : step - lag)) });
      expect(bug).toMatchObject({ name: "displaced", numbers: { at: 2000, lag }, explained: lag - 600 });
    }
  });

  it("is less sure the more of them stand elsewhere, each at a place of its own", () => {
    const { bug } = auditOf(planned(48, 99, 147));
    expect(bug).toMatchObject({ name: "milestoneDiffers", numbers: { moved: 3 } });
    expect(bug?.confidence).toBeLessThan(0.55);
  });

  it("was rescaled on resume only where the log shows a resume", () => {
    const rescaled = (step: number) => schedule(step < 100 ? PLAN : planned(72, 168, 216), RUN)(step);
    const names = ({ bug, others }: Audit) => [bug, ...others].map((one) => one?.name);
    const unseen = auditOf(rescaled);
    expect(unseen.bug?.name).not.toBe("rescaled");
    expect(names(unseen)).toContain("rescaled");
    expect(auditOf(planned(80, 140, 180)).text).not.toMatch(/^rescaled/);
    const seen = auditOf(planned(80, 140, 180), 1, 50);
    expect(seen.notes.join()).toContain("the run was resumed there");
    expect(names(seen).slice(0, 2).sort()).toEqual(["milestoneDiffers", "rescaled"]);
    expect(seen.bug?.name).toBe("rescaled");
  });
});
