import { cosine, linear, type Plan, piecewise, schedule } from "anneal";
import { audit } from "anneal/audit";
import { describe, expect, it } from "vitest";
import { ratesOf } from "./ratesOf.ts";

const plan = cosine({ from: "1x", to: 0, over: 1000 });
const printed = (base: number, print: (rate: number) => string, of: Plan = plan) => {
  const { steps, rates } = ratesOf(of, { base }, 990);
  return { steps, rates: rates.map((rate) => Number(print(rate))) };
};

describe("a log that was rounded to few digits agrees", () => {
  it.each<[string, number, (rate: number) => string]>([
    [".4f at 1e-3", 1e-3, (rate) => rate.toFixed(4)],
    [".2f at 0.1", 0.1, (rate) => rate.toFixed(2)],
    [".3f at 0.01", 0.01, (rate) => rate.toFixed(3)],
    [".5f at 2e-5", 2e-5, (rate) => rate.toFixed(5)],
    [".2g at 1e-3", 1e-3, (rate) => rate.toPrecision(2)],
    [".1e at 3e-4", 3e-4, (rate) => rate.toExponential(1)],
  ])("%s", (_, base, print) => {
    expect(audit(plan, { base }, printed(base, print)).text).toMatch(/^agrees/);
  });

  it("and a bug in it is still one", () => {
    const half = ratesOf(cosine({ from: "1x", to: 0, over: 500 }), { base: 1e-3 }, 990);
    const rates = half.rates.map((rate) => Number(rate.toFixed(4)));
    expect(audit(plan, { base: 1e-3 }, { ...half, rates }).verdict).toBe("bug");
  });
});

it.each([
  [3, [0.5, 0.00001, 0.0033367, 0.01]],
  [4, [0.0332037, 0.00654729, 0.00159653, 0.000332037]],
  [6, [2.5, 0.1234564, 0.0100004, 0.001]],
])("a log of few rates with %i digits agrees, whatever decimals the least of them has", (digits, levels) => {
  const [from = 0, ...to] = levels;
  const plan = piecewise({ at: [250, 500, 750], from, to });
  const run = { base: 1, steps: 1000 };
  const { steps, rates } = ratesOf(plan, run, 990);
  const rounded = rates.map((rate) => Number(rate.toPrecision(digits)));
  expect(audit(plan, run, { steps, rates: rounded }).text).toMatch(/^agrees/);
  const later = ratesOf(piecewise({ at: [250, 600, 750], from, to }), run, 990);
  const other = later.rates.map((rate) => Number(rate.toPrecision(digits)));
  expect(audit(plan, run, { steps, rates: other }).bug?.name).toBe("milestoneDiffers");
});

describe("how a log was written", () => {
  it("counts more than what its rates look like", () => {
    const run = { base: 0.1 };
    const stairs = piecewise({ at: [500], from: "1x", to: ["0.104x"] });
    const logged = printed(0.1, (rate) => rate.toFixed(3), stairs);
    expect(audit(stairs, run, { ...logged, decimals: 3 })).toMatchObject({
      verdict: "agrees",
      precision: "3 decimals",
    });
    expect(audit(stairs, run, { ...logged, decimals: 4 }).verdict).not.toBe("agrees");
    const short = printed(0.1, (rate) => rate.toExponential(1), stairs);
    expect(audit(stairs, run, { ...short, significant: 2 }).precision).toBe("2 significant digits");
    expect(audit(stairs, run, { ...short, significant: 5 }).verdict).not.toBe("agrees");
  });
});

it("takes plain and typed arrays alike", () => {
  const plan = linear({ from: "1x", to: 0, over: 8 });
  const run = { base: 1 };
  const steps = [0, 1, 2, 3, 4, 5, 6, 7];
  const rates = steps.map((step) => schedule(plan, run)(step));
  const found = audit(plan, run, { steps: Float64Array.from(steps), rates: Float64Array.from(rates) });
  expect(audit(plan, run, { steps, rates })).toEqual(found);
  expect(audit(plan, run, { steps: Int32Array.from(steps), rates: Float32Array.from(rates) })).toEqual(found);
  expect(audit(plan, run, { steps, rates: [...rates.slice(0, 7), Number.NaN] }).rows.missing).toBe(1);
});
