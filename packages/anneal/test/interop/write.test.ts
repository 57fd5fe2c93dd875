import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { train } from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import { afterAll, describe, expect, it } from "vitest";
import {
  clamp,
  constant,
  cosine,
  custom,
  exponential,
  linear,
  noise,
  type Plan,
  piecewise,
  product,
  radamWarmup,
  type Scheduler,
  schedule,
  sequence,
  warmupMultiFactor,
} from "../../src/index.ts";
import { toCsv, toJavaScript, toLatex, toPython } from "../../src/interop/index.ts";
import { toTensorFlowJs } from "../../src/interop/write/tfjs/index.ts";
import { ROOT } from "../ground/workspace.ts";
import { issuesOf } from "../issues.ts";
import { runJavaScript } from "./run.ts";

const wave = cosine({ from: "1x", to: 0, over: 100 });
const RUN = { base: 0.1, steps: 100 };
const many = piecewise({
  from: 0.5,
  at: Array.from({ length: 40 }, (_, i) => 10 * i + 10),
  to: Array.from({ length: 40 }, (_, i) => 0.5 / (i + 2)),
});

describe("Python", () => {
  it("is a function with early returns", () => {
    const plan = warmupMultiFactor({ milestones: [30, 60], warmup: 5 });
    expect(toPython(plan, { base: 0.01 })).toEqual({
      code: `def learning_rate(step):
    """The value for the update after \`step\` completed ones."""
    if step < 5:
        return 1e-3 + (0.01 - 1e-3) * step / 5
    if step < 30:
        return 0.01
    if step < 60:
        return 1e-3
    return 1e-4
`,
      exact: true,
      notes: [],
    });
  });

  it("looks long lists up in a table", () => {
    const { code } = toPython(many, {}, { name: "rate" });
    expect(code).toMatch(/^import bisect\n\nSTARTS = \[\n {4}10,\n {4}20,\n/);
    expect(code).toMatch(
      /\n\n\ndef rate\(step\):\n.*\n {4}i = bisect\.bisect_right\(STARTS, step\)\n {4}return VALUES\[i\]\n$/,
    );
  });

  it("never raises a factor beyond the numbers that Python has", () => {
    const growing = exponential({ from: 1e-5, factor: 1.05, every: 1 });
    expect(toPython(clamp({ plan: growing, max: 0.1 }), {}).code).toContain(
      "min(1e-5 * 1.05 ** min(step, 14547), 0.1)",
    );
    expect(1.05 ** 14547).toBeLessThan(Number.POSITIVE_INFINITY);
  });

  it("names functions of the user's in a note", () => {
    const plan = product(wave, custom({ name: 'an "odd" name', args: [1, 2] }));
    const { code, exact, notes } = toPython(plan, { base: 1 });
    expect(code).toContain('functions["an \\"odd\\" name"](step, [1, 2])');
    expect([exact, notes]).toEqual([false, ['needs the function functions["an \\"odd\\" name"](t, args)']]);
    expect(toPython(noise({ plan: wave }), { base: 1 }).notes).toHaveLength(1);
  });
});

describe("JavaScript", () => {
  it("has variables and tables of its own names, whatever the function is called", () => {
    for (const name of ["learningRate", "t", "i", "cycle", "STARTS", "VALUES", "value", "step2"]) {
      const { code } = toJavaScript(many, {}, { name });
      const printed = runJavaScript(code, {}, name);
      expect([0, 9, 10, 399, 400, 1e6].map(printed)).toEqual([0, 9, 10, 399, 400, 1e6].map(schedule(many)));
    }
  });

  it("has RAdam's factor as a formula, unless the name is a function of the user's", () => {
    const plan = radamWarmup({ plan: wave });
    expect(toJavaScript(plan, { base: 1 })).toMatchObject({ exact: true, notes: [] });
    const own = toJavaScript(plan, { base: 1 }, { functions: { radam: () => 0.5 } });
    expect(own.notes).toEqual(['needs the function functions["radam"](t, args)']);
    expect(runJavaScript(own.code, { radam: () => 0.5 })(0)).toBe(0.5);
  });
});

describe("LaTeX", () => {
  it.each<[string, Plan, string]>([
    ["a constant", constant({ value: 1e-5 }), "\\eta(t) = 10^{-5}\n"],
    ["a power of ten with digits", constant({ value: 2.5e-7 }), "\\eta(t) = 2.5 \\cdot 10^{-7}\n"],
    [
      "cases",
      sequence(linear({ from: 0, to: 0.1, over: 5 }), cosine({ from: 0.1, to: 0, over: 10 })),
      `\\eta(t) = \\begin{cases}
\\frac{0.1 \\cdot t}{5} & \\text{if } t < 5 \\\\
\\frac{0.1 \\cdot \\left(1 + \\cos\\left(\\frac{\\pi \\cdot \\left(t - 5\\right)}{10}\\right)\\right)}{2} & \\text{if } t < 15 \\\\
0 & \\text{otherwise}
\\end{cases}
`,
    ],
    [
      "variables above",
      { kind: "repeat", plan: linear({ from: 1, to: 0, over: 10 }), scale: 0.5 },
      `\\begin{aligned}
c &= \\left\\lfloor \\frac{t}{10} \\right\\rfloor \\\\
\\tau &= t \\bmod 10 \\\\
\\eta(t) &= \\begin{cases}
\\left(1 - \\frac{\\tau}{10}\\right) \\cdot 0.5^{c} & \\text{if } \\tau < 10 \\\\
0 & \\text{otherwise}
\\end{cases}
\\end{aligned}
`,
    ],
  ])("has %s", (_, plan, code) => {
    expect(toLatex(plan, {})).toEqual({ code, exact: true, notes: [] });
  });
});

describe("comma-separated values", () => {
  it("are all steps with all digits", () => {
    const { code, exact } = toCsv(wave, RUN);
    const lines = code.trimEnd().split("\n");
    const lr = schedule(wave, RUN);
    expect([lines[0], lines.length, exact]).toEqual(["step,value", 101, true]);
    lines.slice(1).forEach((line, step) => void expect(line.split(",").map(Number)).toEqual([step, lr(step)]));
  });

  it("need to know how many", () => {
    expect(issuesOf(() => toCsv(wave, { base: 1 } as never))[0]?.path).toBe("run.steps");
    expect(issuesOf(() => toCsv(wave, { base: 1, steps: 1e7 }))[0]?.path).toBe("run.steps");
  });
});

describe("TensorFlow.js", () => {
  const cache = join(ROOT, "packages/anneal/.cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "interop-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each<[string, Plan]>([
    ["a plan", sequence(linear({ from: 0, to: "1x", over: 10 }), cosine({ from: "1x", to: 0, over: "rest" }))],
    ["the library's own functions", noise({ plan: wave, every: 3 })],
    ["a long list", product(many, constant({ value: 2 }))],
  ])("runs %s", async (name, plan) => {
    const { code, exact, notes } = toTensorFlowJs(plan, RUN, { name: "drive" });
    const path = join(folder, `${name.replaceAll(/\W/g, "-")}.mjs`);
    writeFileSync(path, code);
    const { drive } = (await import(/* @vite-ignore */ path)) as { drive(optimizer: object): Scheduler };
    const optimizer = train.sgd(0.1);
    const scheduler = drive(optimizer);
    const { functions } = await import("../../src/index.ts");
    const lr = schedule(plan, RUN, { functions });
    for (let step = 0; step < 100; step += 9) {
      scheduler.seek(step);
      expect((optimizer as unknown as { learningRate: number }).learningRate).toBe(lr(step));
    }
    expect([exact, notes]).toEqual([true, ["the base rate is the optimizer's own, which has to be 0.1"]]);
  });
});

describe("what cannot be written is an error", () => {
  const writers = { toPython, toJavaScript, toLatex, toTensorFlowJs, toCsv };
  it.each(Object.entries(writers))("%s", (_, write) => {
    const to = write as (plan: unknown, run: unknown, options?: unknown) => unknown;
    expect(issuesOf(() => to({ kind: "linear", from: 1 }, RUN)).map(({ path }) => path)).toEqual(["to", "over"]);
    expect(issuesOf(() => to(wave, { steps: 5 })).map(({ path }) => path)).toEqual(["from"]);
    expect(issuesOf(() => to(wave, { ...RUN, steps: -1 })).map(({ path }) => path)).toEqual(["run.steps"]);
    expect(issuesOf(() => to({ kind: "toString" }, RUN)).map(({ path }) => path)).toEqual(["kind"]);
  });

  it.each(["", "a b", "1a", "a;b", "é", "a\n", "lambda", "class", "x".repeat(65), 5, null])("the name %j", (name) => {
    for (const write of [toPython, toJavaScript, toTensorFlowJs]) {
      expect(issuesOf(() => write(wave, RUN, { name: name as string }))[0]?.path).toBe("options.name");
    }
  });

  it("a value of a function that is not there", () => {
    const after = sequence({ plan: custom({ name: "x" }), until: 10 }, constant({ value: "last" }));
    expect(issuesOf(() => toPython(after, {}))).toHaveLength(1);
    expect(toPython(after, {}, { functions: { x: () => 0.25 } }).code).toContain("    return 0.25\n");
    const held = sequence({ plan: custom({ name: "x" }), until: 10 });
    expect(issuesOf(() => toPython(held, {}))[0]?.path).toBe("options.functions");
  });
});
