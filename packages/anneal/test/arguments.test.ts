import { describe, expect, it } from "vitest";
import { audit, auditGroups } from "../src/audit/index.ts";
import { check } from "../src/check/index.ts";
import { minimum, slide, smooth, steep, steepestGradient, valley } from "../src/finder/index.ts";
import {
  custom,
  format,
  linear,
  PlanError,
  plateau,
  replay,
  Scheduler,
  type SchedulerState,
  schedule,
} from "../src/index.ts";
import { formula, heldFor, spreadOver, toCsv, toPython } from "../src/interop/index.ts";
import { traced } from "../src/jax/index.ts";
import { extend, keep, replace, rescale, splice } from "../src/resume/index.ts";
import { changePoints, drawPlans } from "../src/svg/index.ts";

/** A public function, called as JavaScript may. */
type Call = (given: never) => unknown;

const plan = linear({ from: 0.1, to: 0, over: 10 });
const RUN = { steps: 10 } as const;
const logged = { steps: [0, 1, 2], rates: [0.1, 0.09, 0.08] };
const optimizer = () => ({ paramGroups: [{ lr: 0.1 }] });
const numpy = { where: () => 0 } as never;
const state = (): SchedulerState => new Scheduler(optimizer(), { lr: plan }, RUN).state();

const ANYTHING = [null, [], [1], "", "steps", 0, 1, Number.NaN, true, 1n, Symbol("run"), () => 1];

function refuses(call: Call, values: readonly unknown[], path: RegExp): void {
  for (const value of values) {
    let thrown: unknown;
    try {
      call(value as never);
    } catch (error) {
      thrown = error;
    }
    expect(thrown, String(value)).toBeInstanceOf(PlanError);
    expect((thrown as PlanError).issues[0]?.path, String(value)).toMatch(path);
  }
}

const TAKE_A_RUN: Readonly<Record<string, Call>> = {
  schedule: (run) => schedule(plan, run),
  Scheduler: (run) => new Scheduler(optimizer(), { lr: plan }, run),
  replay: (run) => replay(plateau(), [1], { run }),
  check: (run) => check(plan, run),
  "check with bases": (run) => check(plan, run, { bases: [0.1] }),
  audit: (run) => audit(plan, run, logged),
  auditGroups: (run) => auditGroups([{ name: "body", plan, run, logged }]),
  drawPlans: (run) => drawPlans([{ name: "lr", plan, run, steps: 10 }]),
  changePoints: (run) => changePoints(plan, run),
  formula: (run) => formula(plan, run),
  heldFor: (run) => heldFor(plan, run, 10),
  spreadOver: (run) => spreadOver(plan, run, 10),
  toCsv: (run) => toCsv(plan, run),
  toPython: (run) => toPython(plan, run),
  traced: (run) => traced(plan, run, numpy),
};

const TAKE_OPTIONS: Readonly<Record<string, Call>> = {
  Scheduler: (options) => new Scheduler(optimizer(), { lr: plan }, RUN, options),
  replay: (options) => replay(plateau(), [1], options),
  check: (options) => check(plan, RUN, options),
  audit: (options) => audit(plan, RUN, logged, options),
  drawPlans: (options) => drawPlans([{ name: "lr", plan, run: RUN }], options),
  changePoints: (options) => changePoints(plan, RUN, options),
  formula: (options) => formula(plan, RUN, options),
  heldFor: (options) => heldFor(plan, RUN, 10, options),
  spreadOver: (options) => spreadOver(plan, RUN, 10, options),
  toCsv: (options) => toCsv(plan, RUN, options),
  toPython: (options) => toPython(plan, RUN, options),
  traced: (options) => traced(plan, RUN, numpy, options),
};

describe("a run", () => {
  it.each(Object.entries(TAKE_A_RUN))("that is none is refused by %s", (_, call) => {
    refuses(call, ANYTHING, /\brun$/);
  });

  it("may be left out, and undefined is left out", () => {
    for (const name of ["schedule", "Scheduler", "check", "audit", "formula", "heldFor", "toPython", "traced"]) {
      expect(() => (TAKE_A_RUN[name] as Call)(undefined as never), name).not.toThrow();
    }
  });
});

describe("options", () => {
  it.each(Object.entries(TAKE_OPTIONS))("that are none are refused by %s", (_, call) => {
    refuses(call, ANYTHING, /^options/);
    expect(() => call(undefined as never)).not.toThrow();
  });

  it.each(Object.entries(TAKE_OPTIONS).filter(([name]) => name !== "drawPlans"))(
    "whose functions are none are refused by %s",
    (_, call) => {
      refuses((functions) => call({ functions } as never), ANYTHING, /functions$/);
      expect(() => call({ functions: undefined } as never)).not.toThrow();
    },
  );
});

describe("what is no number, list or state", () => {
  it("is refused by format", () => {
    refuses(format as Call, [null, undefined, "0.1", [0.1], 1n], /^rate$/);
  });

  it("is refused by the finder's rules", () => {
    for (const rule of [minimum, slide, steep, steepestGradient, valley]) {
      refuses((rates) => rule(rates, [1, 2]), [null, undefined, "ab", 3, {}], /^rates$/);
      refuses((losses) => rule([1, 2], losses), [null, undefined, "ab", 3, {}], /^losses$/);
      refuses((one) => rule([1, 2], [1, one]), [null, undefined, "a", 1n], /^losses\[1\]$/);
      expect(() => rule([1, 2], [Number.NaN, 1])).not.toThrow();
    }
    refuses((losses) => smooth(losses), [null, "ab", 3, {}, [1n]], /^losses/);
    refuses((beta) => smooth([1], beta), [null, "0.9", 1, -1, Number.NaN], /^beta$/);
  });

  it("is refused by auditGroups and in a log", () => {
    refuses((groups) => auditGroups(groups), [null, undefined, {}, "ab", [null], [1]], /^groups$/);
    refuses((one) => audit(plan, RUN, { steps: [0, one], rates: [1, 1] }), [1n, Symbol("step"), null], /steps\[1\]$/);
    refuses((one) => audit(plan, RUN, { steps: [0, 1], rates: [1, one] }), [1n, Symbol("rate"), null], /rates\[1\]$/);
  });

  it("is refused by heldFor, spreadOver and check", () => {
    for (const call of [heldFor, spreadOver]) {
      refuses((updates) => call(plan, RUN, updates), [0, -1, Number.NaN, null, undefined, "10"], /^updates$/);
    }
    refuses((program) => check(program), [{}, null, [], "linear", new Map()], /^$/);
  });

  it("is refused by a policy that is called by hand, and as a policy", () => {
    for (const policy of [extend, keep, replace, rescale, splice]) {
      refuses((own) => policy(state(), own), [null, undefined, {}, [], "state", { bases: {} }], /^own$/);
    }
    const scheduler = new Scheduler(optimizer(), { lr: plan }, RUN);
    refuses((policy) => scheduler.restore(state(), policy), [null, 0, "", "keep", Number.NaN, {}], /^policy$/);
  });
});

describe("a custom plan", () => {
  it("whose functions are none is refused by schedule", () => {
    refuses((functions) => schedule(custom({ name: "f" }), {}, { functions }), [null, "f", 1, true], /^name$/);
    refuses((options) => schedule(custom({ name: "f" }), {}, options), [null, "f", 1, []], /^name$/);
  });
});
