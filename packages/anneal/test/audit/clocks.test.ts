import { cosine, linear, multiStep, schedule, warmupCosine } from "anneal";
import { audit } from "anneal/audit";
import { describe, expect, it } from "vitest";

const rows = (count: number, every = 1) => Float64Array.from({ length: count }, (_, row) => row * every);
const run = { base: 0.01, steps: 1000, stepsPerEpoch: 50 };
const plan = warmupCosine({ warmup: 100, from: 1e-5 });
const lr = schedule(plan, run);

describe("a log in epochs", () => {
  const epochs = rows(20);

  it("agrees at the first update of each, and by a convention at the last one or the next", () => {
    const at = (update: (epoch: number) => number) =>
      audit(plan, run, { steps: epochs, rates: epochs.map((epoch) => lr(update(epoch))), clock: "epoch" });
    expect(at((epoch) => 50 * epoch)).toMatchObject({ verdict: "agrees" });
    expect(at((epoch) => 50 * epoch).convention).toBeUndefined();
    expect(at((epoch) => 50 * epoch + 49).convention).toMatchObject({ name: "shifted", shift: 49 });
    expect(at((epoch) => 50 * epoch + 50).convention).toMatchObject({ name: "shifted", shift: 50 });
  });

  it("has fractions that are rounded", () => {
    const updates = rows(100, 10);
    for (const decimals of [1, 2, 4]) {
      const steps = updates.map((update) => Number((update / 50).toFixed(decimals)));
      const logged = { steps, rates: updates.map((update) => lr(update)), clock: "epoch" as const };
      expect(audit(plan, run, logged)).toMatchObject({ verdict: "agrees" });
      const twice = { ...logged, rates: updates.map((update) => lr(2 * update)) };
      expect(audit(plan, run, twice).bug).toMatchObject({ name: "steppedTwice" });
    }
  });

  it("tells its own steps in the evidence", () => {
    const rates = epochs.map((epoch) => lr(100 * epoch));
    const { bug } = audit(plan, run, { steps: epochs, rates, clock: "epoch" });
    expect(bug?.evidence[0]).toBe(
      "at epoch 1 the log has 0.01; the plan's value is 0.005005 there and 0.01 at update 100",
    );
    expect(bug?.at(1)).toBe(lr(100));
  });
});

describe("a log without steps", () => {
  const logged = (count: number, every: number) => {
    const updates = rows(count, every);
    return { steps: rows(count), rates: updates.map((update) => lr(update)), clock: "row" as const };
  };

  it.each([
    ["of every update", 1000, 1],
    ["of every tenth", 100, 10],
    ["of every epoch", 20, 50],
  ])("%s agrees, with a note", (_, count, every) => {
    const { verdict, notes } = audit(plan, run, logged(count, every));
    expect(verdict).toBe("agrees");
    expect(notes).toEqual([
      `the log has no steps: a row is taken for ${every === 1 ? "1 update" : `${every} updates`}`,
    ]);
  });
});

describe("a plan of epochs", () => {
  const epochs = multiStep({ milestones: [5, 10, 15] });
  const facts = { base: 0.1, steps: 20 };
  const own = schedule(epochs, facts);
  const options = { unit: "epoch", updatesPerEpoch: 30 } as const;

  it("agrees with a log of updates, where it is stairs, and with one of epochs", () => {
    const steps = rows(600);
    const rates = steps.map((update) => own(Math.floor(update / 30)));
    expect(audit(epochs, facts, { steps, rates }, options).verdict).toBe("agrees");
    const each = { steps: rows(20), rates: rows(20).map((epoch) => own(epoch)), clock: "epoch" as const };
    expect(audit(epochs, facts, each, { unit: "epoch" }).verdict).toBe("agrees");
  });

  it("is stepped per batch, or resumed an epoch late", () => {
    const steps = rows(600);
    const perBatch = steps.map((update) => own(update));
    expect(audit(epochs, facts, { steps, rates: perBatch }, options).bug?.name).toBe("steppedPerBatch");
    const ramp = cosine({ from: "1x", to: 0, over: 20 });
    const late = rows(20).map((epoch) => schedule(ramp, facts)(epoch < 8 ? epoch : epoch - 2));
    const logged = { steps: rows(20), rates: late, clock: "epoch" as const };
    expect(audit(ramp, facts, logged, { unit: "epoch" }).bug).toMatchObject({ name: "displaced", numbers: { lag: 2 } });
  });
});

describe("what is told", () => {
  const steps = rows(100, 10);

  it("is where the largest deviation is", () => {
    const rates = steps.map((step) => (step === 500 ? 2 : 1) * lr(step));
    const { verdict, text, deviation, bug } = audit(plan, run, { steps, rates });
    expect([verdict, bug]).toEqual(["unknown", undefined]);
    expect(deviation).toMatchObject({ step: 500, absolute: lr(500), relative: 1 });
    expect(text).toMatch(/no known signature fits: max deviation .* at update 500$/);
  });

  it("is the log's precision, and rounding is no alarm", () => {
    const precision = (print: (rate: number) => number) => {
      const found = audit(plan, run, { steps, rates: steps.map((step) => print(lr(step))) });
      expect(found.verdict).toBe("agrees");
      return found.precision;
    };
    expect(precision((rate) => rate)).toBe("64 bits");
    expect(precision(Math.fround)).toBe("32 bits");
    expect(precision((rate) => Number(rate.toPrecision(4)))).toBe("4 significant digits");
    expect(precision((rate) => Number(rate.toFixed(5)))).toBe("5 decimals");
  });

  it("is a bug at full precision that the tolerance hides", () => {
    const rates = steps.map((step) => 1.001 * lr(step));
    expect(audit(plan, run, { steps, rates }).bug).toMatchObject({ name: "scaled", numbers: { factor: 1.001 } });
    expect(audit(plan, run, { steps, rates }, { tolerance: 0.01 }).verdict).toBe("agrees");
  });

  it("is both names, where the rows tell no difference", () => {
    const ramp = linear({ from: "1x", to: 0, over: "rest" });
    const rates = steps.map((step) => schedule(ramp, run)(4 * step));
    const { bug, others, text } = audit(ramp, run, { steps, rates }, { processes: 4, accumulate: 4 });
    expect(new Set([bug?.name, others[0]?.name])).toEqual(new Set(["steppedPerProcess", "steppedPerMicroBatch"]));
    expect(bug?.confidence).toBeLessThan(0.6);
    expect(text).toContain("the rows do not rule out");
  });

  it("is how many rows were compared", () => {
    const logged = {
      steps: Float64Array.of(0, 1, 2, 3, 2, 3, 3, 4),
      rates: Float64Array.of(0, 1, Number.NaN, 3, 2, 3, 3, 4).map((rate, row) =>
        Number.isNaN(rate) ? rate : lr([0, 1, 2, 3, 2, 3, 3, 4][row] as number),
      ),
    };
    const found = audit(plan, run, logged);
    expect(found.rows).toEqual({ given: 8, used: 5, missing: 1, overwritten: 2, first: 0, last: 4, spacing: 1 });
    expect(found.notes).toContain("the log goes back to step 2: the run was resumed there");
  });
});
