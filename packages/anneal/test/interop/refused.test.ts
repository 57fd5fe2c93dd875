import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cosine, linear, type Plan } from "../../src/index.ts";
import {
  diff,
  formula,
  javaScript,
  jnp,
  kerasOps,
  numpy,
  print,
  python,
  toCsv,
  toJavaScript,
  toLatex,
  toPython,
} from "../../src/interop/index.ts";
import { toTensorFlowJs } from "../../src/interop/write/tfjs/index.ts";
import { FUNCTIONS } from "../arbitrary/functions.ts";
import { planInRun } from "../arbitrary/plan.ts";
import { runs } from "../arbitrary/runs.ts";
import { issuesOf } from "../issues.ts";

const RUN = { base: 0.1, steps: 100 };
const wave = cosine({ from: "1x", to: 0, over: 100 });
const dialects = { python, javaScript, numpy, jnp, kerasOps };

describe("a name that the code itself uses is refused", () => {
  const used = ["step", "functions", "math", "bisect", "np", "jnp", "ops", "min", "max", "float", "__debug__"];
  it.each([...used, "Math", "Infinity", "NaN", "undefined"])("%s", (name) => {
    for (const write of [toPython, toJavaScript, toTensorFlowJs]) {
      expect(issuesOf(() => write(wave, RUN, { name })).map(({ path }) => path)).toEqual(["options.name"]);
    }
  });

  it.each(["plan", "run", "options", "optimizer", "Scheduler", "paramGroups"])("%s, in a module", (name) => {
    expect(issuesOf(() => toTensorFlowJs(wave, RUN, { name })).map(({ path }) => path)).toEqual(["options.name"]);
    expect(toPython(wave, RUN, { name }).code).toContain(`def ${name}(step)`);
  });
});

describe("options that are none are refused", () => {
  const writers = { toPython, toJavaScript, toLatex, toTensorFlowJs, toCsv, formula };
  const compare = (plan: unknown, run: unknown, options: unknown) =>
    diff(plan as Plan, wave, run as never, options as never);
  it.each(Object.entries({ ...writers, diff: compare }))("by %s", (_, write) => {
    const to = write as (plan: unknown, run: unknown, options?: unknown) => unknown;
    for (const none of [null, 5, "name", []]) {
      expect(issuesOf(() => to(wave, RUN, none)).map(({ path }) => path)).toEqual(["options"]);
    }
    expect(issuesOf(() => to(wave, RUN, { nam: "rate" }))[0]?.received).toBe('"nam"');
    for (const functions of [null, 5, []]) {
      expect(issuesOf(() => to(wave, RUN, { functions })).map(({ path }) => path)).toEqual(["options.functions"]);
    }
    expect(() => to(wave, RUN, { functions: undefined })).not.toThrow();
  });

  it("by print", () => {
    const own = formula(wave, RUN);
    expect(issuesOf(() => print(own, python, null as never))[0]?.path).toBe("options");
    expect(issuesOf(() => print(own, python, { functions: {} } as never))[0]?.path).toBe("options");
    expect(issuesOf(() => print(own, "python" as never))[0]?.path).toBe("dialect");
  });

  it.each([null, "ab", ["a"], ["a", "b", "c"], ["a", 1]])("the names %j", (names) => {
    expect(issuesOf(() => diff(wave, wave, RUN, { names: names as never }))[0]?.path).toBe("options.names");
  });
});

describe("a formula out of JSON", () => {
  const copy = <T>(data: T): T => JSON.parse(JSON.stringify(data)) as T;

  it("is printed as the one that was made", () => {
    const isSame = ({ plan, run }: { plan: Plan; run: object }) => {
      const own = formula(plan, run, { functions: FUNCTIONS });
      for (const dialect of Object.values(dialects)) expect(print(copy(own), dialect)).toBe(print(own, dialect));
    };
    fc.assert(fc.property(planInRun, isSame), { numRuns: runs(300) });
  });

  it("keeps variables of one name apart", () => {
    const line = linear({ from: 1, to: 0, over: 10 });
    const inner: Plan = { kind: "repeat", plan: line, scale: 0.5 };
    const own = formula(
      { kind: "repeat", plan: { kind: "sequence", parts: [{ plan: inner, until: 35 }] } } as Plan,
      {},
    );
    const code = print(copy(own), javaScript);
    expect(code).toContain("const t = step % 35;");
    expect(code).toContain("const t2 = t % 10;");
  });
});

describe("a formula that is none is refused", () => {
  const x = { op: "variable", of: [], name: "x" };
  const step = { ...x, name: "step" };
  const bound = (name: unknown) => ({ op: "let", of: [{ ...x, name }, 1, { ...x, name }] });
  const self = { op: "exp", of: [] as unknown[] };
  self.of.push(self);

  it.each<[string, unknown, string]>([
    ["nothing", undefined, ""],
    ["a text", "import os", ""],
    ["null", null, ""],
    ["a number that is none", Number.NaN, ""],
    ["an infinite one", { op: "+", of: [step, 1 / 0] }, ".of[1]"],
    ["an operator that is none", { op: "constructor", of: [1] }, ".op"],
    ["one that is not printed", { op: "turns", of: [step, 2] }, ".op"],
    ["no operands", { op: "+" }, ".of"],
    ["an operand too few", { op: "+", of: [step] }, ".of"],
    ["an operand too many", { op: "exp", of: [step, 1] }, ".of"],
    ["a start without a case", { op: "choose", of: [step, 1, 2] }, ".of"],
    ["a variable that is not bound", { op: "+", of: [x, 1] }, ".of[0].name"],
    ["a variable outside of where it is bound", { op: "+", of: [bound("x"), x] }, ".of[1].name"],
    ["a variable of what it is itself", { op: "let", of: [x, x, x] }, ".of[1].name"],
    ["code for a variable", bound("x = 1; evil(); y"), ".of[0].name"],
    ["a word of the language", bound("lambda"), ".of[0].name"],
    ["the step's name", bound("step"), ".of[0].name"],
    ["a variable that is a number", { op: "let", of: [1, 2, 3] }, ".of[0].name"],
    ["no table", { op: "search", of: [step] }, ".numbers"],
    ["code in a table", { op: "entry", of: [0], numbers: ["evil()"] }, ".numbers"],
    ["a function without a name", { op: "custom", of: [step], numbers: [] }, ".name"],
    ["what contains itself", self, ".of[0]"],
  ])("%s", (_, expression, path) => {
    for (const dialect of Object.values(dialects)) {
      const paths = issuesOf(() => print({ expression, needs: [] } as never, dialect)).map((issue) => issue.path);
      expect(paths[0]).toBe(`formula.expression${path}`);
    }
  });

  it("with every problem at once", () => {
    const two = { expression: { op: "+", of: [x, null] }, needs: [] };
    expect(issuesOf(() => print(two as never, python))).toHaveLength(2);
    for (const none of [null, undefined, 5, []]) expect(issuesOf(() => print(none as never, python))).toHaveLength(1);
  });

  it("but one that is made by hand is printed", () => {
    const own = { op: "let", of: [x, { op: "exp", of: [step] }, { op: "+", of: [x, x] }] };
    expect(print({ expression: own, needs: [] } as never, python)).toContain(
      "    x = math.exp(step)\n    return x + x\n",
    );
  });
});
