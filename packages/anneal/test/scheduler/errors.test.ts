import { describe, expect, it } from "vitest";
import { constant, linear, Scheduler, type SchedulerState, schedule } from "../../src/index.ts";
import { kinds } from "../../src/plan.ts";
import { messageOf } from "../issues.ts";
import { recordedOptimizer } from "../recorder.ts";

const LINE = linear({ from: 0, to: 1, over: 10 });
const KINDS = Object.keys(kinds).join(", ");

describe("a Scheduler that cannot be made", () => {
  it.each<[unknown, unknown, string]>([
    [{}, {}, "program: expected { lr: plan } or other hyperparameters, received [object]"],
    [undefined, {}, "program: expected { lr: plan } or other hyperparameters, received undefined"],
    [LINE, {}, 'program: expected { lr: plan } or other hyperparameters, received "linear"'],
    [schedule(LINE), {}, "program: expected { lr: plan } or other hyperparameters, received [function]"],
    [[LINE, LINE], {}, "program: expected { lr: plan } or other hyperparameters, received a list of 2"],
    [{ lr: 5 }, {}, "lr: expected a plan, received 5"],
    [{ lr: schedule(LINE) }, {}, "lr: expected a plan; of a schedule, its .plan, received [function]"],
    [{ lr: [LINE, schedule(LINE)] }, {}, "lr[1]: expected a plan, received [function]"],
    [{ lr: { plan: schedule(LINE) } }, {}, "lr.plan: expected a plan, received [function]"],
    [
      { lr: [LINE, { kind: "linaer" }] },
      {},
      `lr[1].kind: expected one of ${KINDS} (did you mean "linear"?), received "linaer"`,
    ],
    [{ lr: [LINE] }, {}, "lr: expected 2 plans, one for each param group, received a list of 1"],
    [{ lr: [LINE, LINE, LINE] }, {}, "lr: expected 2 plans, one for each param group, received a list of 3"],
    [
      { lr: linear({ from: 1, to: 0, over: "5 epochs" }) },
      {},
      'lr.over: expected run.stepsPerEpoch to resolve it, received "5 epochs"',
    ],
    [{ lr: LINE }, { steps: -1 }, "run.steps: expected a finite number above 0, received -1"],
    [
      { momentum: LINE },
      {},
      "paramGroups[0].momentum: expected a finite number from 0, received undefined\nparamGroups[1].momentum: expected a finite number from 0, received undefined",
    ],
    [
      { beta1: LINE },
      {},
      "paramGroups[0].beta1: expected a finite number from 0 below 1, received undefined\nparamGroups[1].beta1: expected a finite number from 0 below 1, received undefined",
    ],
  ])("is one clear error that changes nothing: %j in %j", (program, run, message) => {
    const { optimizer, writes } = recordedOptimizer(0.1, 0.2);
    expect(messageOf(() => new Scheduler(optimizer, program as never, run as never))).toBe(message);
    expect(writes).toEqual([]);
    expect(optimizer.paramGroups.map(({ initialLr }) => initialLr)).toEqual([undefined, undefined]);
  });

  it("may have undefined for the run and the options, and not null", () => {
    const { optimizer } = recordedOptimizer(0.1);
    expect(new Scheduler(optimizer, { lr: LINE }, undefined, undefined).rates()).toEqual({ lr: [0] });
    const made = () => new Scheduler(optimizer, { lr: LINE }, null as never, null as never);
    expect(messageOf(made)).toMatch(
      /^run: expected an object with .*\noptions.functions: expected an object, received null$/,
    );
  });

  it.each<[unknown, string]>([
    [undefined, "undefined"],
    [{}, "undefined"],
    [{ paramGroups: 5 }, "5"],
    [{ paramGroups: [] }, "a list of 0"],
  ])("is one clear error: the optimizer %j", (optimizer, received) => {
    const message = `optimizer.paramGroups: expected a list of param groups (anneal/tfjs: paramGroups(optimizer)), received ${received}`;
    expect(messageOf(() => new Scheduler(optimizer as never, { lr: LINE }))).toBe(message);
  });
});

/** How an error says that one can go on all the same. */
const WAY =
  "\npolicy: expected one of anneal/resume, or new Scheduler(optimizer, state.program, state.run), received undefined";

describe("a state that is not this scheduler's", () => {
  const made = () => {
    const recorded = recordedOptimizer(0.1);
    const scheduler = new Scheduler(recorded.optimizer, { lr: LINE }, { base: 0.1 });
    scheduler.seek(3);
    return { ...recorded, scheduler };
  };
  const state = (): SchedulerState => JSON.parse(JSON.stringify(made().scheduler.state()));

  it.each<[string, object | undefined | null | number | string, string]>([
    ["nothing", undefined, "state: expected an object, received undefined"],
    ["null", null, "state: expected an object, received null"],
    ["a number", 5, "state: expected an object, received 5"],
    ["text", "{}", 'state: expected an object (JSON.parse), received "{}"'],
    ["a list", [], "state: expected an object, received a list of 0"],
    ["an empty object", {}, "state.version: expected 1, received undefined"],
    ["of the future", { ...state(), version: 2 }, "state.version: expected 1, received 2"],
    [
      "of another plan",
      { ...state(), program: { lr: { ...LINE, over: 11 } } },
      "state.program.lr.over: expected 10, received 11\n" +
        `state.program: expected ${JSON.stringify({ lr: LINE })}, received ${JSON.stringify({ lr: { ...LINE, over: 11 } })}${WAY}`,
    ],
    [
      "of another kind",
      { ...state(), program: { lr: constant({ value: 1 }) } },
      'state.program.lr.kind: expected "linear", received "constant"\n' +
        `state.program: expected ${JSON.stringify({ lr: LINE })}, received {"lr":{"kind":"constant","value":1}}${WAY}`,
    ],
    [
      "of another hyperparameter",
      { ...state(), program: { momentum: LINE } },
      "state.program.lr: expected an object, received undefined\n" +
        `state.program: expected ${JSON.stringify({ lr: LINE })}, received ${JSON.stringify({ momentum: LINE })}${WAY}`,
    ],
    [
      "of another run",
      { ...state(), run: { base: 0.1, steps: 5 } },
      `state.run.steps: expected undefined, received 5${WAY}`,
    ],
    [
      "of more groups",
      { ...state(), bases: { lr: [1, 2] } },
      `state.bases.lr: expected a list of 1, received a list of 2${WAY}`,
    ],
    [
      "of no group",
      { ...state(), bases: { lr: [] } },
      `state.bases.lr: expected a list of 1, received a list of 0${WAY}`,
    ],
    [
      "with a base that is none",
      { ...state(), bases: { lr: [null] } },
      "state.bases.lr[0]: expected a finite number from 0, received null",
    ],
    [
      "with a base below 0",
      { ...state(), bases: { lr: [-1] } },
      "state.bases.lr[0]: expected a finite number from 0, received -1",
    ],
    [
      "with a position below 0",
      { ...state(), position: -1 },
      "state.position: expected a finite number from 0, received -1",
    ],
    [
      "with a position as text",
      { ...state(), position: "3" },
      'state.position: expected a finite number from 0, received "3"',
    ],
    [
      "without a position",
      { ...state(), position: undefined },
      "state.position: expected a finite number from 0, received undefined",
    ],
    [
      "with controllers",
      { ...state(), controllers: { lr: {} } },
      "state.controllers.lr: expected undefined, received [object]",
    ],
    ["with more in it", { ...state(), more: 1 }, "state.more: expected undefined, received 1"],
  ])("is refused, with both sides shown, and changes nothing: %s", (_, foreign, message) => {
    const { optimizer, scheduler, writes } = made();
    const before = [scheduler.position, optimizer.paramGroups[0]?.lr, writes.length];
    expect(messageOf(() => scheduler.restore(foreign as SchedulerState))).toBe(message);
    expect([scheduler.position, optimizer.paramGroups[0]?.lr, writes.length]).toEqual(before);
  });

  it("does not depend on the order in which its fields are written", () => {
    const { scheduler } = made();
    const reversed = (data: unknown): unknown => {
      if (typeof data !== "object" || data === null || Array.isArray(data)) return data;
      return Object.fromEntries(
        Object.entries(data)
          .reverse()
          .map(([name, value]) => [name, reversed(value)]),
      );
    };
    scheduler.restore(reversed({ ...state(), position: 7 }) as SchedulerState);
    expect(scheduler.position).toBe(7);
  });
});
