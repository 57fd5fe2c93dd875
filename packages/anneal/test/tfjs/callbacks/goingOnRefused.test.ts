import { describe, expect, it } from "vitest";
import { linear, type Plan } from "../../../src/index.ts";
import { type ScheduleCallbackOptions, type ScheduleCallbackState, scheduleCallback } from "../../../src/tfjs/index.ts";
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
      "10 as before: epochs and initialEpoch are those of the whole training, or pass run: { steps: 10 } to scheduleCallback";
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

  it.each<[string, (state: ScheduleCallbackState) => unknown]>([
    ["state.program", (state) => ({ ...state, program: { lr: down } })],
    ["state.position", (state) => ({ ...state, position: -1 })],
    ["state.position", (state) => ({ ...state, position: "10" })],
    ["state.per", (state) => ({ ...state, per: "epoch" })],
    ["state.bases.lr[0]", (state) => ({ ...state, bases: { lr: [null] } })],
    ["state.version", (state) => ({ ...state, version: 2 })],
    ["state.run", (state) => ({ ...state, run: undefined })],
    ["state.position", () => []],
    ["state.position", () => "state"],
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
