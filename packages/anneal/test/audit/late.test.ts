import { linear, multiStep, type Plan, schedule, sequence, warmupCosine } from "anneal";
import { type Audit, audit } from "anneal/audit";
import { describe, expect, it } from "vitest";

const run = { base: 0.1, steps: 1800, stepsPerEpoch: 20 };
const plan = multiStep({ milestones: ["30 epochs", "60 epochs", "80 epochs"], factor: 0.1 });
const lr = schedule(plan, run);
const rows = (count: number, every = 1, first = 0): Float64Array =>
  Float64Array.from({ length: count }, (_, row) => first + row * every);
const names = ({ bug, others }: Audit): readonly unknown[] => [bug, ...others].map((one) => one?.name);

/** What is said of a log of whole epochs, of which each has the rate of so many before. */
function epochsLate(by: number, first = 0): Audit {
  const steps = rows(90 - first, 1, first);
  const rates = steps.map((epoch) => lr(20 * Math.max(epoch - by, 0)));
  return audit(plan, run, { steps, rates, clock: "epoch" });
}

/** What is said of a log of updates, of which each has the rate of so many before. */
function updatesLate(by: number, every: number): Audit {
  const steps = rows(1800 / every, every);
  return audit(plan, run, { steps, rates: steps.map((step) => lr(Math.max(step - by, 0))) });
}

describe("milestones that are all late or early by as much", () => {
  it.each([20, -20, 60, 100, -200])("are displaced by %i updates", (by) => {
    for (const every of [1, 5]) {
      const { bug, others } = updatesLate(by, every);
      expect(bug).toMatchObject({ name: "displaced", numbers: { lag: by, at: 0 } });
      expect(bug?.text).toBe(
        `from the beginning the schedule is ${Math.abs(by)} updates ${by > 0 ? "behind" : "ahead of"} the run`,
      );
      expect(updatesLate(5, 1).bug).toMatchObject({ name: "displaced", numbers: { lag: 5 } });
      for (const other of others) expect(other.confidence).toBeLessThan(bug?.confidence ?? 0);
    }
  });

  it("are whole epochs in a log of epochs, and a bug from two of them on", () => {
    for (const by of [2, 3, -2, -5]) {
      expect(epochsLate(by).bug).toMatchObject({ name: "displaced", numbers: { lag: 20 * by, at: 0 } });
      const steps = rows(90);
      const inEpochs = multiStep({ milestones: [30, 60, 80], factor: 0.1 });
      const own = schedule(inEpochs, { base: 0.1, steps: 90 });
      const rates = steps.map((epoch) => own(Math.max(epoch - by, 0)));
      const log = { steps, rates, clock: "epoch" } as const;
      const { bug } = audit(inEpochs, { base: 0.1, steps: 90 }, log, { unit: "epoch" });
      expect(bug?.text).toContain(`the schedule is ${Math.abs(by)} epochs ${by > 0 ? "behind" : "ahead of"} the run`);
    }
  });

  it("are mended where the schedule begins, and what happens later at its own place", () => {
    expect(updatesLate(100, 5).bug?.mend).toContain("before the schedule's first step, such as a warm-up");
    expect(updatesLate(-200, 5).bug?.mend).toContain("steps the schedule before the first update");
    const curve = warmupCosine({ warmup: 100 });
    const at = schedule(curve, run);
    const later = (steps: Float64Array) =>
      audit(curve, run, { steps, rates: steps.map((step) => at(step < 900 ? step : step - 300)) }).bug;
    const all = rows(360, 5);
    const resumed = Float64Array.from([...all.subarray(0, 190), ...all.subarray(180)]);
    expect([later(all)?.name, later(resumed)?.name]).toEqual(["displaced", "displaced"]);
    expect(later(all)?.mend).toContain("epochs in which the schedule was not stepped");
    expect(later(resumed)?.mend).toMatch(/^load the scheduler's state of the same checkpoint/);
  });

  it("may be the label of a row where it is one epoch, which is told with how", () => {
    const label = "the plan: the label of a row can be one off, as where it is";
    const behind = epochsLate(1);
    expect(behind.convention).toMatchObject({ name: "shifted", shift: -20 });
    expect(behind.text).toContain(`every row is 1 epoch behind ${label} logged before the step;`);
    expect(names(behind)).toContain("displaced");
    expect(epochsLate(1, 1).text).toContain(`${label} counted from 1, or logged before the step;`);
    expect(epochsLate(-1).text).toContain(`1 epoch ahead of ${label} logged after the scheduler's step;`);
  });

  it("were restarted only where the log goes back, or rows before it were others", () => {
    const steps = Float64Array.from([...rows(8, 5), ...rows(352, 5, 20)]);
    const rates = steps.map((step, row) => lr(row < 8 ? step : step - 20));
    expect(audit(plan, run, { steps, rates }).bug).toMatchObject({ name: "restarted", numbers: { at: 20 } });
    const later = rows(360, 5);
    const again = later.map((step) => lr(step < 900 ? step : step - 900));
    expect(audit(plan, run, { steps: later, rates: again }).bug).toMatchObject({
      name: "restarted",
      numbers: { at: 900 },
    });
  });
});

describe("what speaks of a ramp", () => {
  const warm: Plan = sequence({ plan: linear({ from: 0, to: "1x", over: 100 }), until: 100 }, plan);
  const steps = rows(360, 5);

  it("is not told of stairs, nor of the steps after a ramp that is as planned", () => {
    const at = schedule(warm, run);
    for (const by of [20, -20, 100]) {
      const rates = steps.map((step) => at(step < 200 ? step : step - by));
      const found = audit(warm, run, { steps, rates });
      expect(found.bug?.name).toBe("displaced");
      expect([updatesLate(by, 5).bug?.name, found.convention]).toEqual(["displaced", undefined]);
    }
  });

  it("is told of the ramp before them", () => {
    const at = schedule(warm, run);
    const rates = steps.map((step) => at(20 * Math.floor(step / 20)));
    expect(audit(warm, run, { steps, rates }).bug?.name).toBe("stairs");
  });
});

describe("a convention", () => {
  it("is granted where it predicts every row, and not all but one", () => {
    const cosine = warmupCosine({ warmup: 100 });
    const at = schedule(cosine, run);
    const steps = rows(1000);
    const rates = steps.map((step) => at(step + 1));
    expect(audit(cosine, run, { steps, rates }).convention?.name).toBe("shifted");
    rates[500] = 2 * (rates[500] as number);
    expect(audit(cosine, run, { steps, rates }).verdict).not.toBe("agrees");
  });
});

describe("rows that are 0 for want of digits", () => {
  const logged = (digits: number) => {
    const steps = rows(360, 5);
    return { steps, rates: steps.map((step) => Number(lr(step).toFixed(digits))), decimals: digits };
  };

  it("are told with what the plan has there", () => {
    expect(audit(plan, run, logged(2))).toMatchObject({
      verdict: "agrees",
      notes: ["120 of 360 rows are 0 in the log where the plan has up to 0.001: 2 decimals do not show it"],
    });
    expect(audit(plan, run, logged(4)).notes).toEqual([]);
  });

  it("are not told where the plan is 0 too, nor of a decay's last ones", () => {
    const decay = warmupCosine({ warmup: 100 });
    const at = schedule(decay, run);
    const steps = rows(1000, 2);
    const rates = steps.map((step) => Number(at(step).toFixed(5)));
    expect(audit(decay, run, { steps, rates, decimals: 5 })).toMatchObject({ verdict: "agrees", notes: [] });
  });
});

describe("rows that are there twice", () => {
  const cosine = warmupCosine({ warmup: 100 });
  const at = schedule(cosine, run);
  const all = rows(360, 5);

  it("are told as of several groups where they have other rates", () => {
    const twice = Float64Array.from({ length: 720 }, (_, row) => all[row >> 1] as number);
    const two = audit(cosine, run, { steps: twice, rates: twice.map((step, row) => at(step) * (row % 2 ? 0.1 : 1)) });
    // Both begin at 0.
    const note = "359 rows have another rate than the next of their step: of several groups, say which one it is";
    expect(two.notes).toContain(note);
    expect(two.bug).toMatchObject({ name: "scaled", numbers: { factor: 0.1 } });
    const same = audit(cosine, run, { steps: twice, rates: twice.map((step) => at(step)) });
    expect(same.notes).toEqual(["360 rows of steps that were logged again later"]);
  });

  it("are of a log in parts, the later one first, and not of a resume, where it goes back to before its beginning", () => {
    const steps = Float64Array.from([...all.subarray(170), ...all.subarray(0, 190)]);
    const found = audit(cosine, run, { steps, rates: steps.map((step) => at(step)) });
    expect(found).toMatchObject({ verdict: "agrees", rows: { used: 360, overwritten: 20, first: 0, last: 1795 } });
    expect(found.notes.join()).not.toContain("the run was resumed");
    const again = Float64Array.from([...all.subarray(1, 190), ...all]);
    expect(audit(cosine, run, { steps: again, rates: again.map((step) => at(step)) }).notes.join()).toContain(
      "resumed",
    );
  });
});
