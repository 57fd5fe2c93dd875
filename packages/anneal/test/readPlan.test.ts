import { describe, expect, it } from "vitest";
import {
  linear,
  type Plan,
  parsePlan,
  piecewise,
  type Run,
  Scheduler,
  schedule,
  warmupMultiFactor,
} from "../src/index.ts";
import { MultiStepLR, WarmupMultiFactorScheduler } from "../src/torch/index.ts";
import { issuesOf } from "./issues.ts";

const many = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

function nested(depth: number): Plan {
  let plan: Plan = { kind: "constant", value: 1 };
  for (let i = 1; i < depth; i++) plan = { kind: "sequence", parts: [plan] };
  return plan;
}

const SMALLER = "at most 64 plans deep, 320,000 entries (a plan is 30, a text 2)";

describe("the limits of a plan", () => {
  it("are 64 plans inside each other", () => {
    expect(schedule(parsePlan(nested(64)))(0)).toBe(1);
    const path = "parts[0]".concat(".parts[0]".repeat(63));
    expect(issuesOf(() => parsePlan(nested(65)))).toEqual([{ path, expected: SMALLER, received: "[object]" }]);
    const [open, close] = ['{"kind":"sequence","parts":[{"plan":'.repeat(65), "}]}".repeat(65)];
    const inParts = `${open}{"kind":"constant","value":1}${close}`;
    expect(issuesOf(() => parsePlan(JSON.parse(inParts)))).toHaveLength(1);
  });

  it("hold for a depth of 10,000 too", () => {
    expect(issuesOf(() => parsePlan(nested(10_000)))).toHaveLength(1);
    expect(issuesOf(() => schedule(nested(10_000)))).toHaveLength(1);
    expect(issuesOf(() => new Scheduler({ paramGroups: [{ lr: 1 }] }, { lr: nested(10_000) }))).toHaveLength(1);
    const lists = JSON.parse("[".repeat(10_000) + "]".repeat(10_000));
    expect(issuesOf(() => parsePlan({ kind: "constant", value: lists }))).toHaveLength(1);
    expect(issuesOf(() => parsePlan({ kind: "piecewise", from: 1, at: [1], to: [lists] }))).toHaveLength(1);
  });

  it("are 100,000 entries in a list", () => {
    const plan = (count: number) => ({ kind: "piecewise", from: 1, at: many(count), to: many(count) });
    expect(schedule(parsePlan(plan(100_000)))(1e9)).toBe(100_000);
    const refusal = { expected: "a list of 0 to 100,000 entries", received: "a list of 100001" };
    expect(issuesOf(() => parsePlan(plan(100_001)))).toEqual([
      { path: "at", ...refusal },
      { path: "to", ...refusal },
    ]);
    for (const entry of [5, { plan: { kind: "constant", value: 1 } }]) {
      const parts = Array<unknown>(100_001).fill(entry);
      expect(issuesOf(() => parsePlan({ kind: "sequence", parts }))).toEqual([{ path: "parts", ...refusal }]);
    }
  });

  it("let 100,000 milestones with a unit through, with a level at each", () => {
    const at = many(100_000).map((i) => `${i} epochs`);
    expect(parsePlan({ kind: "piecewise", from: "1x", at, to: many(100_000) }).kind).toBe("piecewise");
  });

  it("are 32 characters in a text", () => {
    const text = `0.${"0".repeat(28)}1x`;
    expect([text.length, parsePlan({ kind: "constant", value: text })]).toEqual([
      32,
      { kind: "constant", value: text },
    ]);
    expect(issuesOf(() => parsePlan({ kind: "constant", value: `0${text}` }))).toHaveLength(1);
  });
});

describe("a plan as deep or as wide as it may be", () => {
  const line = linear({ from: 1, to: 0.5, over: 8 });
  const around: Record<string, (plan: Plan) => Plan> = {
    product: (plan) => ({ kind: "product", factors: [plan, { kind: "constant", value: 1 }] }),
    sum: (plan) => ({ kind: "sum", terms: [plan, { kind: "constant", value: 0 }] }),
    clamp: (plan) => ({ kind: "clamp", plan, min: 0.1 }),
    shift: (plan) => ({ kind: "shift", plan, by: 0 }),
    sequence: (plan) => ({ kind: "sequence", parts: [{ plan, clock: "global" }] }),
    repeat: (plan) => ({ kind: "sequence", parts: [{ plan: { kind: "repeat", plan }, until: 8 }] }),
  };

  it.each(Object.entries(around))("of %s inside each other is read as what is innermost", (name, wrap) => {
    let plan: Plan = line;
    for (let i = 0; i < (name === "repeat" ? 31 : 63); i++) plan = wrap(plan);
    const [lr, alone] = [schedule(parsePlan(plan)), schedule(line)];
    for (const step of [0, 1, 3.5, 7]) expect(lr(step)).toBe(alone(step));
    expect(issuesOf(() => parsePlan(wrap(wrap(plan))))).not.toEqual([]);
  });

  it("is built, or refused before it takes for ever", () => {
    const ones = many(9_999).map((): Plan => ({ kind: "constant", value: 1 }));
    expect(schedule(parsePlan({ kind: "product", factors: ones }))(5)).toBe(1);
    expect(schedule(parsePlan({ kind: "sum", terms: ones }))(5)).toBe(9_999);
    const lines = many(9_999).map((over): Plan => ({ ...line, over }));
    const changes = many(90_000);
    const wide: Plan = {
      kind: "product",
      factors: [{ kind: "piecewise", from: 1, at: changes, to: changes }, ...ones.slice(6_000)],
    };
    let deep: Plan = { kind: "piecewise", from: 1, at: changes, to: changes };
    for (let i = 0; i < 62; i++) deep = { kind: "sum", terms: [deep, line] };
    let shifted: Plan = { kind: "piecewise", from: 1, at: changes, to: changes };
    for (let i = 0; i < 62; i++) shifted = { kind: "shift", plan: shifted, by: 0 };
    const plans: Plan[] = [{ kind: "product", factors: lines }, { kind: "sum", terms: lines }, wide, deep, shifted];
    for (const plan of plans) {
      const [start, [issue]] = [performance.now(), issuesOf(() => schedule(plan))];
      expect(issue?.expected).toBe("at most 1,000,000 changes of value");
      expect(performance.now() - start).toBeLessThan(10_000);
    }
  });

  it("with a rest in every part is refused as soon as it is read", () => {
    const parts = many(9_999).map((): Plan => ({ kind: "constant", value: 1, over: "rest" }));
    const rests: Plan = { kind: "sequence", parts };
    const reading = timeOf(() => parsePlan(rests));
    expect(timeOf(refused(() => schedule(rests, { steps: 5 })))).toBeLessThan(20 * reading);
  });
});

describe("10,000 parts around a rest", () => {
  it.each([0, 5_000, 9_998])("are laid out, with the rest at place %d", (place) => {
    const parts = many(9_999).map((_, i): Plan => ({ kind: "constant", value: i, over: i === place ? "rest" : 1 }));
    const lr = schedule({ kind: "sequence", parts }, { steps: 20_000 });
    expect([lr(place), lr(place + 10_000), lr(place + 10_002), lr(19_999)]).toEqual([
      place,
      place,
      Math.min(place + 1, 9_998),
      9_998,
    ]);
  });
});

/** How long something takes at best, in milliseconds. */
function timeOf(action: () => unknown): number {
  const times = many(5).map(() => {
    const start = performance.now();
    action();
    return performance.now() - start;
  });
  return Math.min(...times);
}

const refused = (make: () => unknown) => () => issuesOf(make);

describe("what is too large is refused within a few times what it took to read", () => {
  const million = many(1_000_000);
  const [text, optimizer] = [JSON.stringify(million), { paramGroups: [{ lr: 1 }] }];
  const reading = timeOf(() => JSON.parse(text));

  it.each<[string, () => unknown]>([
    ["by parsePlan", () => parsePlan({ kind: "piecewise", from: 1, at: million, to: million })],
    ["by schedule", () => schedule(piecewise({ from: 1, at: million, to: million }))],
    ["by a recipe", () => warmupMultiFactor({ milestones: million, warmup: 0 })],
    [
      "by the article's scheduler",
      () => new WarmupMultiFactorScheduler(optimizer, { milestones: million, warmupEpochs: 0 }),
    ],
    ["by MultiStepLR", () => new MultiStepLR(optimizer, { milestones: million })],
    [
      "by a Scheduler",
      () => new Scheduler(optimizer, { lr: { kind: "piecewise", from: 1, at: million, to: million } }),
    ],
  ])("a million milestones %s", (_, make) => {
    expect(timeOf(refused(make))).toBeLessThanOrEqual(5 * reading);
  });

  it("a hundred thousand unknown fields", () => {
    const fields = Object.fromEntries(many(100_000).map((i) => [`f${i}`, i]));
    const [json, plan] = [JSON.stringify(fields), { kind: "constant", value: 1, ...fields }];
    const bar = timeOf(() => JSON.parse(json));
    expect(timeOf(refused(() => parsePlan(plan)))).toBeLessThanOrEqual(20 * bar);
    expect(timeOf(refused(() => schedule({ kind: "constant", value: 1 }, fields as Run)))).toBeLessThanOrEqual(
      20 * bar,
    );
  });

  it("a list in which every entry is wrong", () => {
    const wrong = many(100_000).map((i) => `${i} parsecs`);
    const json = JSON.stringify(wrong);
    const bar = timeOf(() => JSON.parse(json));
    const plan = { kind: "piecewise", from: 1, at: wrong, to: wrong };
    expect(timeOf(refused(() => parsePlan(plan)))).toBeLessThanOrEqual(300 * bar);
  });
});
