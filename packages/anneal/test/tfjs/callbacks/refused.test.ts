import { describe, expect, it } from "vitest";
import { custom, linear, plateau } from "../../../src/index.ts";
import { paramGroups, scheduleCallback } from "../../../src/tfjs/index.ts";
import { dataset, fit, issuesOf, makeModel } from "./training.ts";

const down = linear({ from: "1x", to: 0, over: "4 epochs" });
const rest = linear({ from: "1x", to: 0, over: "rest" });

describe("a callback that is made refuses", () => {
  const made = (plan: unknown, options: object = {}) =>
    issuesOf(() => scheduleCallback(plan as never, { model: makeModel(), ...options }));

  it.each([
    [{ kind: "linear", from: -1, to: 0, over: "rest" }, ["lr.from"]],
    [{ lr: { kind: "line" }, momentum: rest }, ["lr.kind", "paramGroups[0].momentum"]],
    [{ plan: rest, controllers: { kind: "plateau", patience: -1 } }, ["lr.controllers.patience"]],
    [{}, ["program"]],
    [undefined, ["program"]],
    [3, ["program"]],
    [custom({ name: "mine" }), ["lr.name"]],
  ])("the plan %j", async (plan, paths) => {
    expect((await made(plan)).map(({ path }) => path)).toEqual(paths);
  });

  it.each([
    [{ per: "batch" }, "per"],
    [{ nonFinite: "skip" }, "nonFinite"],
    [{ steps: 5 }, ""],
    [{ run: { steps: -1 } }, "run.steps"],
    [{ run: { epochs: 5 } }, "run"],
    [{ per: "epoch", run: { stepsPerEpoch: 5 } }, "run.stepsPerEpoch"],
    [{ model: undefined }, "model"],
    [{ model: "sgd" }, "model"],
    [{ model: { optimizer: { getClassName: () => "Lion", applyGradients: () => {} } } }, "optimizer"],
  ])("the options %j", async (options, path) => {
    expect((await made(down, options))[0]?.path).toBe(path);
  });

  it("an option that is unknown, and lists all", async () => {
    const expected = 'one of model, per, nonFinite, run, state, functions (did you mean "model"?)';
    expect(await made(down, { mdel: 1 })).toEqual([{ path: "", expected, received: '"mdel"' }]);
  });

  it("a hyperparameter that the optimizer does not have", async () => {
    const expected = "a finite number from 0; this optimizer has none";
    expect(await made({ momentum: rest })).toEqual([
      { path: "paramGroups[0].momentum", expected, received: "undefined" },
    ]);
  });

  it("no options", async () => {
    expect((await issuesOf(() => scheduleCallback(down, undefined as never)))[0]?.path).toBe("model");
  });

  it("no plan, and yet leaves the optimizer as it is", () => {
    const model = makeModel("adam");
    const plan = linear({ from: 0.5, to: 0, over: 4 });
    scheduleCallback({ lr: plan, beta1: plan }, { model });
    expect(paramGroups(model.optimizer).paramGroups[0]).toEqual({ lr: 0.001, betas: [0.9, 0.999] });
  });

  it("nothing that only fit can tell", () => {
    const model = makeModel();
    for (const plan of [down, rest, linear({ from: 0, to: 1, over: "1e3 tokens" })]) scheduleCallback(plan, { model });
  });
});

it("a callback that is called out of its order says so", async () => {
  const callback = scheduleCallback(down, { model: makeModel() });
  for (const call of [() => callback.onBatchBegin(0), () => callback.onEpochEnd(0)]) {
    expect((await issuesOf(call)).map(({ path }) => path)).toEqual(["callbacks"]);
  }
});

describe("a fit that begins is refused, and changes nothing", () => {
  const begun = async (plan: unknown, options: object = {}, args = {}) => {
    const model = makeModel();
    const callback = scheduleCallback(plan as never, { model, ...options });
    const issues = await issuesOf(() => fit(model, callback, args));
    expect(model.optimizer.iterations).toBe(0);
    expect((model.optimizer as unknown as { learningRate: number }).learningRate).toBe(0.01);
    return issues;
  };

  it("for tokens, which fit does not count", async () => {
    expect(await begun(linear({ from: 0, to: 1, over: "1e3 tokens" }))).toEqual([
      {
        path: "lr.over",
        expected: "run.tokensPerStep to resolve it: pass run: { tokensPerStep } to scheduleCallback",
        received: '"1e3 tokens"',
      },
    ]);
  });

  it.each([
    [
      down,
      "stepsPerEpoch",
      "batchesPerEpoch to fitDataset, or run: { stepsPerEpoch } to scheduleCallback",
      '"4 epochs"',
    ],
    [rest, "steps", "batchesPerEpoch to fitDataset, or run: { steps } to scheduleCallback", '"rest"'],
    [
      linear({ from: 0, to: 1, over: "10%" }),
      "steps",
      "batchesPerEpoch to fitDataset, or run: { steps } to scheduleCallback",
      '"10%"',
    ],
    [
      linear({ from: 0, to: 1, over: "9 samples" }),
      "samplesPerStep",
      "run: { samplesPerStep } to scheduleCallback",
      '"9 samples"',
    ],
  ])("for a stream of unknown length, saying what to pass: %#", async (plan, fact, pass, received) => {
    for (const size of [null, Number.NaN, Number.POSITIVE_INFINITY]) {
      const model = makeModel();
      const callbacks = scheduleCallback(plan, { model });
      expect(await issuesOf(() => model.fitDataset(dataset(size), { epochs: 2, verbose: 0, callbacks }))).toEqual([
        { path: "lr.over", expected: `run.${fact} to resolve it: pass ${pass}`, received },
      ]);
      expect(model.optimizer.iterations).toBe(0);
    }
  });

  it("for a stream of unknown length that begins at a later epoch", async () => {
    const model = makeModel();
    const callbacks = scheduleCallback(linear({ from: 1, to: 0, over: 100 }), { model });
    const args = { epochs: 2, initialEpoch: 1, verbose: 0, callbacks };
    const [issue] = await issuesOf(() => model.fitDataset(dataset(null), args));
    expect(issue?.path).toBe("run.stepsPerEpoch");
    expect(issue?.expected).toBe(
      "a number, to begin at epoch 1: pass batchesPerEpoch to fitDataset, or run: { stepsPerEpoch } to scheduleCallback",
    );
  });

  it("for controllers without a metric of fit", async () => {
    const controllers = [plateau({}), plateau({ monitor: "val_loss" }), plateau({ monitor: "loss" })];
    const expected = "one of loss, mae, or val_ ones with validationData";
    expect(await begun({ plan: rest, controllers })).toEqual([
      { path: "lr.controllers[0].monitor", expected, received: "undefined" },
      { path: "lr.controllers[1].monitor", expected, received: '"val_loss"' },
    ]);
  });

  it("for two callbacks that schedule the same", async () => {
    const model = makeModel();
    const two = [scheduleCallback(rest, { model }), scheduleCallback(down, { model })];
    expect(await issuesOf(() => fit(model, two))).toEqual([
      { path: "lr", expected: "one callback that schedules it", received: '"a second one"' },
    ]);
  });

  it("for a callback of another model", async () => {
    const callback = scheduleCallback(rest, { model: makeModel() });
    expect(await issuesOf(() => fit(makeModel(), callback))).toEqual([
      { path: "model", expected: "the model that is fitted", received: '"another one"' },
    ]);
  });

  it("for a call that is not fit's", async () => {
    const callback = scheduleCallback(rest, { model: makeModel() });
    expect((await issuesOf(() => callback.onEpochBegin(0)))[0]?.path).toBe("callback");
    expect((await issuesOf(() => callback.state()))[0]?.path).toBe("callback");
  });
});
