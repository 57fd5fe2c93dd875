import { clamp, cosine, custom, exponential, linear, multiStep, type Plan, repeat, schedule, sequence } from "anneal";
import { formula, heldFor, spreadOver, toCsv, toJavaScript, toPython, type WrittenFunction } from "anneal/interop";
import { describe, expect, it } from "vitest";

const RUN = { base: 0.1, steps: 90 };

const PLANS: Readonly<Record<string, Plan>> = {
  cosine: cosine({ from: "1x", to: 0, over: 90 }),
  "warm-up and cosine": sequence(
    linear({ from: "0.1x", to: "1x", over: 5 }),
    cosine({ from: "1x", to: 1e-3, over: "rest" }),
  ),
  "milestones, which begin in an epoch": multiStep({ milestones: [7.5, 30, 60] }),
  "a decay with a floor": clamp({ plan: exponential({ from: "1x", factor: 0.9, every: 1 }), min: 0.01 }),
  restarts: repeat({ plan: cosine({ from: "1x", to: 0, over: 10 }), stretch: 2 }),
};

/** What JavaScript makes of printed code. */
function evaluated(code: string): (step: number) => number {
  return new Function(`${code.replaceAll("export ", "")}\nreturn learningRate;`)();
}

/** A function has the values that are expected, with ===, and so has the code that it is exported as. */
function expectWritten(ofEpoch: WrittenFunction, steps: number, own: (step: number) => number): void {
  const { code, exact, notes } = toJavaScript(custom({ name: "ofEpoch" }), {}, { functions: { ofEpoch } });
  expect([exact, notes]).toEqual([true, []]);
  const at = evaluated(code);
  for (let step = 0; step < steps; step++) {
    const expected = own(step);
    expect(ofEpoch(step, [])).toBe(expected);
    expect(Math.abs(at(step) - expected)).toBeLessThanOrEqual(1e-12 * expected + 1e-16);
  }
}

describe("a plan of epochs, held for their updates", () => {
  for (const [name, plan] of Object.entries(PLANS)) {
    it.each([1, 7, 250, 12.5])(`is written as its formula of the epoch: ${name}, of %d`, (updates) => {
      const own = schedule(plan, RUN);
      expectWritten(heldFor(plan, RUN, updates), 90 * updates, (step) => own(Math.floor(step / updates + 1e-9)));
    });
  }

  it("is a part of other plans, and counts from their start", () => {
    const ofEpoch = heldFor(cosine({ from: 0.1, to: 0, over: 10 }), {}, 10);
    const plan = sequence(linear({ from: 0, to: 0.1, over: 20 }), custom({ name: "ofEpoch" }));
    const own = schedule(plan, {}, { functions: { ofEpoch } });
    const at = evaluated(toJavaScript(plan, {}, { functions: { ofEpoch } }).code);
    for (let step = 0; step < 140; step++) expect(at(step)).toBeCloseTo(own(step), 14);
    expect(own(20)).toBe(0.1);
  });

  it("calls functions of its own by their names", () => {
    const functions = { halved: (t: number) => 0.5 ** t };
    const ofEpoch = heldFor(custom({ name: "halved" }), {}, 10, { functions });
    const held = custom({ name: "ofEpoch" });
    expect(formula(held, {}, { functions: { ofEpoch } }).needs).toEqual(["halved"]);
    expect(toPython(held, {}, { functions: { ofEpoch } }).exact).toBe(false);
    const rows = toCsv(held, { steps: 30 }, { functions: { ofEpoch } }).code.trim().split("\n");
    expect(rows.slice(1).map((row) => Number(row.split(",").at(-1)))).toEqual(
      Array.from({ length: 30 }, (_, step) => 0.5 ** Math.floor(step / 10)),
    );
  });
});

describe("a plan of epochs, spread over their updates", () => {
  for (const [name, plan] of Object.entries(PLANS)) {
    it.each([1, 7, 12.5])(`is written as its formula of the part that is done: ${name}, of %d`, (updates) => {
      const own = schedule(plan, RUN);
      expectWritten(spreadOver(plan, RUN, updates), 90 * updates, (step) => own(step / updates));
    });
  }

  it("is a number where its time is one", () => {
    const ofEpoch = spreadOver(exponential({ from: 0.1, factor: 0.5, every: 1 }), {}, 10);
    const { code } = toJavaScript(sequence(custom({ name: "ofEpoch" })), {}, { functions: { ofEpoch } });
    expect(evaluated(code)(20)).toBe(0.025);
    expect(JSON.stringify(ofEpoch.formulaAt(20))).not.toContain('"step"');
  });
});

describe("what is counted", () => {
  const plan = exponential({ from: 0.1, factor: 0.9, every: 1 });

  it("has the name that is asked for", () => {
    const calls = heldFor(plan, {}, 3, { name: "calls" });
    expect(toPython(custom({ name: "calls" }), {}, { functions: { calls } }).code).toContain("calls = step // 3");
    const part = spreadOver(plan, {}, 3, { name: "part" });
    expect(toPython(custom({ name: "part" }), {}, { functions: { part } }).code).toContain("part = step / 3");
  });

  it.each(["a b", "lambda", "step", 5, ""])("is refused as %j", (name) => {
    expect(() => heldFor(plan, {}, 3, { name: name as string })).toThrow("options.name: expected a free name");
  });
});
