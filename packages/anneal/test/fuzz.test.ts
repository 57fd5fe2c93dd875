import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Plan, PlanError, parsePlan, type Run, type Schedule, Scheduler, schedule } from "../src/index.ts";
import { anyData, damagedPlan } from "./arbitrary/damage.ts";
import { extremePlan } from "./arbitrary/extreme.ts";
import { FUNCTIONS } from "./arbitrary/functions.ts";
import { runs } from "./arbitrary/runs.ts";
import { isDeeplyFrozen } from "./trees.ts";

/** What was made; undefined for a PlanError in good form; anything else that is thrown is thrown on. */
function outcome<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    const { issues, message } = error;
    expect(issues.length).toBeGreaterThan(0);
    expect(issues.length).toBeLessThanOrEqual(100);
    for (const { path, expected, received } of issues) {
      expect([typeof path, typeof expected, typeof received]).toEqual(["string", "string", "string"]);
      expect(message).toContain(`expected ${expected}, received ${received}`);
      expect(path.length + expected.length + received.length, message).toBeLessThan(10_000);
    }
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not reach a terminal.
    expect(message).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]/);
    return undefined;
  }
}

/** Reads untrusted data, at best within 50 milliseconds, and checks what came of it. */
function read(data: unknown): Plan | undefined {
  let plan: Plan | undefined;
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 5 && best > 50; attempt++) {
    const start = performance.now();
    plan = outcome(() => parsePlan(data));
    best = Math.min(best, performance.now() - start);
  }
  expect(best).toBeLessThanOrEqual(50);
  if (plan !== undefined) expectPlan(plan);
  return plan;
}

function expectPlan(plan: unknown): void {
  expect(isDeeplyFrozen(plan)).toBe(true);
  const text = JSON.stringify(plan);
  expect(JSON.stringify(parsePlan(JSON.parse(text)))).toBe(text);
}

/** At every step a rate is finite and not below 0. */
function expectRates(lr: Schedule, steps: readonly number[]): void {
  const step = steps.find((at) => !(lr(at) >= 0 && lr(at) < Number.POSITIVE_INFINITY));
  if (step !== undefined) expect({ step, rate: lr(step) }).toEqual({ step, rate: "finite, from 0" });
}

describe("untrusted data", () => {
  it("is a plan or a PlanError, whatever it is", () => {
    fc.assert(
      fc.property(anyData, (data) => void read(data)),
      { numRuns: runs(3000) },
    );
  });

  it("is a plan or a PlanError when it was a plan before something happened to it", () => {
    let plans = 0;
    const law = (damaged: { plan: unknown; run: Record<string, unknown> }) => {
      const plan = read(damaged.plan);
      if (plan === undefined) return;
      plans++;
      const lr = outcome(() => schedule(plan, damaged.run as Run, { functions: FUNCTIONS }));
      if (lr) expectRates(lr, [0, 0.5, 3, 1e3, 1e6, 1e300]);
    };
    fc.assert(fc.property(damagedPlan, law), { numRuns: runs(3000) });
    // Not everything was refused: otherwise little would have been tried.
    expect(plans).toBeGreaterThan(50);
  });

  it("makes a finite rate from 0 at every step, or is refused, however extreme its numbers are", () => {
    let built = 0;
    const law = ({ plan, run }: { plan: unknown; run: Run }, share: number) => {
      const parsed = read(plan);
      const lr = parsed && outcome(() => schedule(parsed, run, { functions: FUNCTIONS }));
      if (!lr) return;
      built++;
      const steps = run.steps as number;
      const far = [1e3, 1e6, 1e9, 1e15, 1e300, Number.MAX_VALUE, Number.POSITIVE_INFINITY];
      const near = Array.from({ length: 120 }, (_, i) => i / 4);
      expectRates(lr, [...near, ...far, steps, steps - 1, steps * share, steps / 3, 1e-300, 5e-324]);
    };
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(fc.property(extremePlan, share, law), { numRuns: runs(3000) });
    expect(built).toBeGreaterThan(runs(300));
  });

  it("as a run is refused before anything is computed from it", () => {
    const run = JSON.parse('{"base":{"toString":1,"valueOf":1},"stepsPerEpoch":{"valueOf":1}}');
    const plan = { kind: "linear", from: "0.5x", to: 0, over: "5 epochs" } as const;
    expect(outcome(() => schedule(plan, run))).toBeUndefined();
  });

  it("may hold itself", () => {
    const plan: { kind: string; parts: unknown[] } = { kind: "sequence", parts: [] };
    plan.parts.push(plan);
    expect(outcome(() => parsePlan(plan))).toBeUndefined();
    expect(outcome(() => schedule(plan as Plan))).toBeUndefined();
  });

  it("changes nothing when it is refused as an argument", () => {
    const law = (program: unknown, run: unknown, group: unknown) => {
      const optimizer = { paramGroups: [{ lr: 0.1 }, group] } as never;
      const before = JSON.stringify(optimizer);
      const made = outcome(() => new Scheduler(optimizer, program as Record<string, Plan>, run as Run));
      if (made === undefined) expect(JSON.stringify(optimizer)).toBe(before);
    };
    const program = fc.oneof(anyData, fc.dictionary(fc.constantFrom("lr", "momentum", "__proto__"), anyData));
    const group = fc.oneof(fc.record({ lr: fc.oneof(fc.double(), fc.string()) }), fc.object());
    fc.assert(fc.property(program, fc.oneof(fc.constant({}), anyData), group, law), { numRuns: 1000 });
  });

  it("as a state is taken over or refused, and a refused one changes nothing", () => {
    const law = (damaged: unknown) => {
      const optimizer = { paramGroups: [{ lr: 0.1 }] };
      const scheduler = new Scheduler(optimizer, { lr: { kind: "linear", from: "1x", to: 0, over: 9 } });
      scheduler.seek(3);
      const before = JSON.stringify([optimizer, scheduler.state()]);
      const refused = outcome(() => scheduler.restore(damaged as never) ?? "restored") === undefined;
      if (refused) expect(JSON.stringify([optimizer, scheduler.state()])).toBe(before);
      else expect(optimizer.paramGroups[0]?.lr).toBe(scheduler.rates().lr?.[0]);
    };
    const state = new Scheduler(
      { paramGroups: [{ lr: 0.1 }] },
      { lr: { kind: "linear", from: "1x", to: 0, over: 9 } },
    ).state();
    const patched = fc.tuple(fc.constantFrom(...Object.keys(state), "__proto__", "more"), anyData);
    const states = patched.map(([key, value]) => Object.fromEntries([...Object.entries(state), [key, value]]));
    fc.assert(fc.property(fc.oneof(states, anyData), law), { numRuns: 1000 });
  });
});

describe("prototypes", () => {
  it.each([
    '{"__proto__":{"kind":"constant","value":1}}',
    '{"kind":"constant","value":1,"__proto__":{"polluted":1}}',
    '{"kind":"__proto__"}',
    '{"kind":"constructor"}',
    '{"kind":"toString","value":1}',
    '{"kind":"constant","value":1,"constructor":{"prototype":{"polluted":1}}}',
    '{"version":1,"kind":"constant","value":1,"__proto__":{"version":1}}',
    '{"kind":"sequence","parts":[{"plan":{"kind":"constant","value":1},"__proto__":{"until":5}}]}',
  ])("are neither read nor written: %s", (text) => {
    expect(outcome(() => parsePlan(JSON.parse(text)))).toBeUndefined();
    expect("polluted" in {}).toBe(false);
  });

  it("are not a hyperparameter", () => {
    const program = JSON.parse('{"__proto__":{"kind":"constant","value":1},"lr":{"kind":"constant","value":1}}');
    expect(outcome(() => new Scheduler({ paramGroups: [{ lr: 1 }] }, program))).toBeUndefined();
  });
});
