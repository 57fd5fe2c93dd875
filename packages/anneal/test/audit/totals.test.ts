import { cosine, cosineWave, linear, type Plan, schedule, sequence, warmupLinear } from "anneal";
import { type AuditOptions, audit } from "anneal/audit";
import { expect, it } from "vitest";
import { ratesOf } from "./ratesOf.ts";

const warmedUp = (end: Plan): Plan =>
  sequence({ plan: linear({ from: "0.01x", to: "1x", over: 200 }), until: 200 }, end);
const wave = warmedUp(cosineWave({ from: "1x", to: 0, over: 1800 }));
const run = { base: 0.1 };

it("is where a plan ends by itself, wherever the log does", () => {
  const missing = ratesOf(cosineWave({ from: "1x", to: 0, over: 2000 }), run, 1990);
  expect(audit(wave, run, missing).bug?.name).toBe("warmupMissing");
  const longer = (last: number) => ratesOf(warmedUp(cosineWave({ from: "1x", to: 0, over: 2800 })), run, last);
  for (const last of [1990, 900]) {
    const { bug, others, text } = audit(wave, run, longer(last));
    expect(bug).toMatchObject({ name: "anotherTotal", numbers: { total: 3000 } });
    expect(text).toContain("the schedule was made for 3000 updates instead of the plan's 2000");
    // The rows of the warm-up could also be those before a resume that the log does not show, which assumes more.
    expect(bug?.confidence).toBeGreaterThan(0.75);
    expect(others.find(({ name }) => name === "rescaled")?.confidence).toBeLessThan(0.25);
  }
  const held = warmedUp(cosine({ from: "1x", to: 0, over: 1800 }));
  const other = ratesOf(warmedUp(cosine({ from: "1x", to: 0, over: 1300 })), run, 1200);
  expect(audit(held, run, other).text).toContain("the schedule was made for 1500 updates instead of the plan's 2000");
});

it("is found to the very update where rows of three digits are many", () => {
  const facts = { base: 3e-4, steps: 1644 };
  const plan = warmupLinear({ warmup: 84, from: 3e-6 });
  const steps = Float64Array.from({ length: facts.steps }, (_, step) => step);
  for (const total of [2545, 2554, 2563, 2617]) {
    const other = schedule(plan, { ...facts, steps: total });
    const rates = steps.map((step) => Number(other(step).toPrecision(3)));
    expect(audit(plan, facts, { steps, rates }).bug?.name, `${total}`).toBe("anotherTotal");
  }
});

it("is told as so many times as long where neither the run nor the plan has one", () => {
  const stairs = (times: number): Plan => ({
    kind: "piecewise",
    at: [300, 500, 700].map((at) => at * times),
    from: "1x",
    to: ["0.1x", "0.01x", "0.001x"],
  });
  const { bug, text } = audit(stairs(1), run, ratesOf(stairs(1.5), run, 1190));
  expect(bug?.name).toBe("anotherTotal");
  expect(text).toMatch(/the schedule's times are 1\.[45]\d* times as long as the plan's/);
  expect(text).toContain("longer or shorter times than planned: ");
  expect(bug?.mend).toContain("compare the milestones");
});

it("tells a log of micro-batches from a bug", () => {
  const plan = cosine({ from: "1x", to: 0, over: 1000 });
  const batches = (last: number) => {
    const { steps } = ratesOf(plan, run, last);
    const rates = ratesOf(plan, run, last).rates.map((_, row) => rate(Math.floor((steps[row] as number) / 4)));
    return { steps, rates };
  };
  const rate = (update: number) => 0.05 * (1 + Math.cos((Math.PI * update) / 1000));
  const named = (last: number, options: AuditOptions, steps?: number) => {
    const found = audit(plan, { ...run, ...(steps && { steps }) }, batches(last), options);
    return found.bug?.name ?? found.convention?.name;
  };
  expect(named(3980, { accumulate: 4 })).toBe("loggedPerMicroBatch");
  expect(named(2000, { accumulate: 4 })).toBe("loggedPerMicroBatch");
  // Not where the run is as long as the log, nor where nothing tells how long it is.
  expect(named(990, { accumulate: 4 })).toBe("steppedTooSeldom");
  expect(named(3980, { accumulate: 4 }, 4000)).not.toBe("loggedPerMicroBatch");
  expect(named(3980, { accumulate: 2 })).not.toBe("loggedPerMicroBatch");
  expect(named(3980, {})).not.toBe("loggedPerMicroBatch");
});
