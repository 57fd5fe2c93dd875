import { train } from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { linear, type Plan } from "../../../src/index.ts";
import {
  groups,
  plateauCallback,
  type ScheduleCallbackOptions,
  type ScheduleCallbackState,
  scheduleCallback,
} from "../../../src/tfjs/index.ts";
import { fit, issuesOf, makeModel } from "./training.ts";

const down = linear({ from: "1x", to: 0, over: "4 epochs" });
const rest = linear({ from: "1x", to: 0, over: "rest" });

describe("going on is refused", () => {
  const trained = async (plan: Plan = rest, options: Partial<ScheduleCallbackOptions> = {}) => {
    const model = makeModel();
    const callback = scheduleCallback(plan, { model, ...options });
    await fit(model, callback, { epochs: 2 });
    return { model, callback, state: callback.state() };
  };

  it("at another epoch than the one that training is in", async () => {
    for (const per of ["update", "epoch"] as const) {
      const { model, callback } = await trained(down, { per });
      const done = per === "update" ? 10 : 2;
      expect(await issuesOf(() => fit(model, callback, { epochs: 9, initialEpoch: 5 }))).toEqual([
        { path: "initialEpoch", expected: `2, as ${done} ${per}s are done`, received: "5" },
      ]);
      expect(callback.position).toBe(done);
    }
  });

  it("not when the plan knows of no epochs", async () => {
    const { model, callback } = await trained(linear({ from: 1, to: 0, over: 100 }));
    await fit(model, callback, { epochs: 6, initialEpoch: 5 });
    await fit(model, callback, { epochs: 1, batchSize: 5 });
    expect(callback.position).toBe(17);
  });

  it("with another length of the run, when the plan depends on it", async () => {
    const { model, callback } = await trained();
    const [issue, ...others] = await issuesOf(() => fit(model, callback, { epochs: 4, initialEpoch: 2 }));
    const expected =
      "10 as before: pass initialEpoch: 2 and the epochs of the whole training to fit, or run: { steps: 10 } to scheduleCallback";
    expect([issue, ...others]).toEqual([{ path: "run.steps", expected, received: "20" }]);
    const same = await trained(rest, { run: { steps: 20 } });
    await fit(same.model, same.callback, { epochs: 4, initialEpoch: 2 });
    expect(same.callback.position).toBe(20);
    const { model: free, callback: epochs } = await trained(down);
    await fit(free, epochs, { epochs: 4, initialEpoch: 2 });
    expect(epochs.position).toBe(20);
  });

  it("with other batches, when the plan counts epochs", async () => {
    const { model, callback } = await trained(down);
    const issues = await issuesOf(() => fit(model, callback, { epochs: 4, batchSize: 10 }));
    expect(issues.map(({ path, received }) => [path, received])).toEqual([["run.stepsPerEpoch", "1"]]);
  });

  it("in a loaded model from the epoch that it did not say it is in", async () => {
    const { state } = await trained(rest, { run: { steps: 20 } });
    const model = makeModel();
    const [issue] = await issuesOf(() => fit(model, scheduleCallback(rest, { model, state }), { epochs: 4 }));
    expect([issue?.path, issue?.received]).toEqual(["run.steps", "30"]);
    expect(issue?.expected).toMatch(/^20 as before: pass initialEpoch: 2 and /);
  });

  it("from what is no state of this sort of callback", async () => {
    const model = makeModel();
    const [schedule, plateau] = [scheduleCallback(rest, { model }), plateauCallback({ model, monitor: "loss" })];
    await fit(model, [schedule, plateau]);
    const asSchedule = (state: unknown) =>
      issuesOf(() => fit(model, scheduleCallback(rest, { model, state: state as never })));
    const asPlateau = (state: unknown) =>
      issuesOf(() => fit(model, plateauCallback({ model, monitor: "loss", state: state as never })));
    const of = (name: string, received: string) => [
      { path: "state", expected: `what the state() of a ${name} gave`, received },
    ];
    expect(await asSchedule(plateau.state())).toEqual(of("scheduleCallback", '"that of a plateau"'));
    expect(await asPlateau(schedule.state())).toEqual(of("plateauCallback", '"that of a schedule"'));
    for (const refused of [asSchedule, asPlateau]) {
      expect(await refused("{}")).toEqual([
        { path: "state", expected: "what state() gave, as an object (JSON.parse)", received: '"{}"' },
      ]);
    }
  });

  it("from the groups of a model that has lost them by being loaded", async () => {
    const model = makeModel();
    const list = model.trainableWeights.map((weight) => ({ variables: [weight as never] }));
    model.compile({ optimizer: groups(list, train.sgd(0.1)), loss: "meanSquaredError" });
    const held = { kind: "constant", value: "1x" } as const;
    const both = [scheduleCallback(held, { model }), plateauCallback({ model, monitor: "loss" })] as const;
    await fit(model, [...both]);
    const loaded = makeModel();
    const expected = "2 as before; make them with groups and setWeights";
    const issue = { path: "optimizer.paramGroups", expected, received: "1" };
    const [schedule, plateau] = [both[0].state(), both[1].state()];
    expect(await issuesOf(() => fit(loaded, scheduleCallback(held, { model: loaded, state: schedule })))).toEqual([
      issue,
    ]);
    expect(
      await issuesOf(() => fit(loaded, plateauCallback({ model: loaded, monitor: "loss", state: plateau }))),
    ).toEqual([issue]);
  });

  it.each<[string, (state: ScheduleCallbackState) => unknown]>([
    ["state.program", (state) => ({ ...state, program: { lr: down } })],
    ["state.position", (state) => ({ ...state, position: -1 })],
    ["state.position", (state) => ({ ...state, position: "10" })],
    ["state.per", (state) => ({ ...state, per: "epoch" })],
    ["state.bases.lr[0]", (state) => ({ ...state, bases: { lr: [null] } })],
    ["state.version", (state) => ({ ...state, version: 2 })],
    ["state.run", (state) => ({ ...state, run: undefined })],
    ["state", () => []],
    ["state", () => "state"],
  ])("from a state with another %s", async (path, damage) => {
    const run = { steps: 20 };
    const { state } = await trained(rest, { run });
    const model = makeModel();
    const callback = scheduleCallback(rest, { model, run, state: damage(state) as never });
    const issues = await issuesOf(() => fit(model, callback));
    expect(
      issues.some((issue) => issue.path.startsWith(path)),
      JSON.stringify(issues),
    ).toBe(true);
    expect(model.optimizer.iterations).toBe(0);
  });
});
