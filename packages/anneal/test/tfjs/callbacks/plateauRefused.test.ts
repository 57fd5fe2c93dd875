import { describe, expect, it } from "vitest";
import { plateauCallback } from "../../../src/tfjs/index.ts";
import { fit, issuesOf, makeModel, xs, ys } from "./training.ts";

describe("a plateau refuses", () => {
  const fitWith = (options: object, args = {}) => {
    const model = makeModel();
    return issuesOf(() => fit(model, plateauCallback({ model, ...options }), args));
  };

  it("a metric that fit does not have, before anything is trained", async () => {
    expect(await fitWith({})).toEqual([
      { path: "monitor", expected: "one of loss, mae, or val_ ones with validationData", received: '"val_loss"' },
    ]);
    const validationData = [xs, ys];
    expect(await fitWith({ monitor: "val_acc" }, { validationData })).toEqual([
      {
        path: "monitor",
        expected: 'one of loss, mae, val_loss, val_mae (did you mean "val_mae"?)',
        received: '"val_acc"',
      },
    ]);
    const model = makeModel();
    const callback = plateauCallback({ model });
    await issuesOf(() => fit(model, callback));
    expect(model.optimizer.iterations).toBe(0);
    expect(() => callback.state()).toThrow("callback: expected one that a fit has begun with");
  });

  it("a metric that fit promised and does not log", async () => {
    const removing = {
      onEpochEnd: (_: number, logs?: { loss?: number }) => {
        delete logs?.loss;
      },
    };
    const model = makeModel();
    expect(await issuesOf(() => fit(model, [removing, plateauCallback({ model, monitor: "loss" })]))).toEqual([
      { path: "monitor", expected: "one of mae, lr", received: '"loss"' },
    ]);
  });

  it.each([
    [{ factor: 1 }, "factor"],
    [{ patience: 1.5 }, "patience"],
    [{ mode: "up" }, "mode"],
    [{ monitor: "" }, "monitor"],
    [{ cooldown: -1 }, "cooldown"],
    [{ minLr: Number.NaN }, "minLr"],
    [{ model: undefined }, "model"],
    [{ model: 3 }, "model"],
  ])("the option %j when it is made", async (options, path) => {
    const model = makeModel();
    expect((await issuesOf(() => plateauCallback({ model, ...options } as never)))[0]?.path).toBe(path);
  });

  it("an option that is unknown, and lists all", async () => {
    const expected =
      'one of model, monitor, factor, patience, mode, minDelta, cooldown, minLr, state (did you mean "patience"?)';
    expect(await fitWith({ patiense: 1 })).toEqual([{ path: "", expected, received: '"patiense"' }]);
  });

  it("the state of another plateau, and a damaged one", async () => {
    const model = makeModel();
    const callback = plateauCallback({ model, monitor: "loss" });
    await fit(model, callback);
    const state = callback.state();
    expect((await fitWith({ monitor: "mae", state }))[0]?.path).toBe("state.program.lr.controllers.monitor");
    expect((await fitWith({ monitor: "loss", patience: 3, state }))[0]?.path).toBe(
      "state.program.lr.controllers.patience",
    );
    const bad = { ...state, controllers: { lr: [{ ...state.controllers.lr?.[0], bad: -1 }] } };
    expect((await fitWith({ monitor: "loss", state: bad }))[0]?.path).toBe("state.controllers.lr[0].bad");
    expect((await fitWith({ monitor: "loss", state: { ...state, bases: { lr: ["0.1"] } } }))[0]?.path).toBe(
      "state.bases.lr[0]",
    );
    expect((await fitWith({ monitor: "loss", state: [] }))[0]?.path).toBe("state");
  });
});
