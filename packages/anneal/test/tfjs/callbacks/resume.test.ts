import type { LayersModel } from "@tensorflow/tfjs-layers";
import { describe, expect, it } from "vitest";
import { linear } from "../../../src/index.ts";
import { plateauCallback, scheduleCallback } from "../../../src/tfjs/index.ts";
import { OPTIMIZERS } from "../optimizers.ts";
import { EXACT, joined, plan, stopAt, throughJson } from "./interrupted.ts";
import { column, dataset, fit, makeModel, PER_EPOCH, type Recorded, weights, xs, ys } from "./training.ts";

describe("an interrupted training goes on to the same numbers", () => {
  it.each(["update", "epoch"] as const)("with the same callback, per %s", async (per) => {
    const whole = makeModel(OPTIMIZERS.momentum(0.1));
    const expected = await fit(whole, scheduleCallback(plan, { model: whole, per }), { epochs: 6 });
    const model = makeModel(OPTIMIZERS.momentum(0.1));
    const callback = scheduleCallback(plan, { model, per });
    const first = await fit(model, [callback, stopAt(model, 1)], { epochs: 6 });
    expect(first.epochs.lr).toHaveLength(2);
    const second = await fit(model, callback, { epochs: 6, initialEpoch: 2 });
    expect(joined([first, second])).toEqual(expected);
    expect(weights(model)).toEqual(weights(whole));
  });

  it.each(EXACT)("with a new callback from the saved state, and %s", async (name) => {
    const whole = makeModel(OPTIMIZERS[name](0.1));
    const expected = await fit(whole, scheduleCallback(plan, { model: whole }), { epochs: 4 });
    const model = makeModel(OPTIMIZERS[name](0.1));
    const before = scheduleCallback(plan, { model });
    const first = await fit(model, [before, stopAt(model, 1)], { epochs: 4 });
    const state = throughJson(before.state());
    const second = await fit(model, scheduleCallback(plan, { model, state }), { epochs: 4, initialEpoch: 2 });
    expect(joined([first, second])).toEqual(expected);
    expect(weights(model)).toEqual(weights(whole));
  });

  it("without an initialEpoch, for the epochs that are left", async () => {
    const whole = makeModel();
    const expected = await fit(whole, scheduleCallback(plan, { model: whole }), { epochs: 4 });
    const model = makeModel();
    const callback = scheduleCallback(plan, { model });
    const first = await fit(model, [callback, stopAt(model, 0)], { epochs: 4 });
    const second = await fit(model, callback, { epochs: 3 });
    expect(joined([first, second])).toEqual(expected);
  });

  it("in the middle of an epoch, where the rates go on by the updates that were made", async () => {
    const model = makeModel();
    const callback = scheduleCallback(plan, { model });
    const whole = makeModel();
    const expected = await fit(whole, scheduleCallback(plan, { model: whole }), { epochs: 4 });
    const first = await fit(model, [callback, stopAt(model, 1, 2)], { epochs: 4 });
    expect(callback.position).toBe(8);
    const second = await fit(model, callback, { epochs: 4, initialEpoch: 2 });
    const rates = column(joined([first, second]).batches, "lr");
    expect(rates).toEqual(column(expected.batches, "lr").slice(0, rates.length));
    expect(callback.position).toBe(18);
  });

  it("at the first epoch, when the same fit is called again", async () => {
    const model = makeModel();
    const callback = scheduleCallback(plan, { model });
    await fit(model, [callback, stopAt(model, 0, 1)], { epochs: 4 });
    expect(callback.position).toBe(2);
    const { batches } = await fit(model, callback, { epochs: 4 });
    const whole = makeModel();
    const expected = await fit(whole, scheduleCallback(plan, { model: whole }), { epochs: 4 });
    expect(column(batches, "lr").slice(0, 18)).toEqual(column(expected.batches, "lr").slice(2));
    expect(batches.at(-1)?.lr).toBe(0);
  });

  it("per epoch does an epoch again that was cut short, or goes on with the next", async () => {
    const down = linear({ from: 1, to: 0, over: 4 });
    for (const initialEpoch of [1, 2]) {
      const model = makeModel();
      const callback = scheduleCallback(down, { model, per: "epoch" });
      await fit(model, [callback, stopAt(model, 1, 2)], { epochs: 4 });
      expect(callback.position).toBe(1.6);
      const { epochs } = await fit(model, callback, { epochs: 4, initialEpoch });
      expect(epochs.lr).toEqual([0.75, 0.5, 0.25].slice(initialEpoch - 1));
    }
  });

  it("over fits of one epoch each", async () => {
    const steps = linear({ from: 1, to: 0, over: "3 epochs" });
    const model = makeModel();
    const callback = scheduleCallback(steps, { model });
    const parts: Recorded[] = [];
    for (let i = 0; i < 3; i++) parts.push(await fit(model, callback, { epochs: 1 }));
    const whole = makeModel();
    expect(joined(parts)).toEqual(await fit(whole, scheduleCallback(steps, { model: whole }), { epochs: 3 }));
  });

  it("after an error of the data iterator", async () => {
    const model = makeModel();
    const callbacks = scheduleCallback(plan, { model });
    const args = { epochs: 4, verbose: 0, callbacks } as const;
    await expect(model.fitDataset(dataset(PER_EPOCH, PER_EPOCH, 7), args)).rejects.toThrow("the disk is full");
    expect(callbacks.position).toBe(7);
    expect(callbacks.state().position).toBe(7);
    const seen: number[] = [];
    const recorder = { onBatchEnd: (_: number, logs?: { lr?: number }) => void seen.push(logs?.lr ?? -1) };
    await model.fitDataset(dataset(), { ...args, initialEpoch: 1, callbacks: [callbacks, recorder] });
    const whole = makeModel();
    const expected = await fit(whole, scheduleCallback(plan, { model: whole }), { epochs: 4 });
    expect(seen.slice(0, 13)).toEqual(column(expected.batches, "lr").slice(7));
  });

  it("after an error of another callback, counting the update that was made before it", async () => {
    for (const behind of [false, true]) {
      const model = makeModel();
      const callback = scheduleCallback(plan, { model });
      const failing = {
        onBatchEnd: (batch: number) => {
          if (batch === 2) throw new Error("no");
        },
      };
      const list = behind ? [callback, failing] : [failing, callback];
      await expect(fit(model, list, { epochs: 4 })).rejects.toThrow("no");
      expect(callback.position).toBe(3);
    }
  });

  it("counts updates that were made in between", async () => {
    const model = makeModel();
    const callback = scheduleCallback(plan, { model, run: { steps: 20 } });
    await fit(model, callback, { epochs: 1 });
    await model.trainOnBatch(xs, ys);
    expect(callback.position).toBe(6);
  });

  it("starts a new callback at the initialEpoch", async () => {
    const whole = makeModel();
    const expected = await fit(whole, scheduleCallback(plan, { model: whole }), { epochs: 4 });
    const model = makeModel();
    const { epochs } = await fit(model, scheduleCallback(plan, { model }), { epochs: 4, initialEpoch: 1 });
    expect(epochs.lr).toEqual(expected.epochs.lr?.slice(1));
    const streamed = makeModel();
    const callbacks = scheduleCallback(plan, { model: streamed });
    const args = { epochs: 4, initialEpoch: 1, verbose: 0, callbacks };
    expect((await streamed.fitDataset(dataset(), args)).history.lr).toEqual(expected.epochs.lr?.slice(1));
  });

  it.each([false, true])("with what controllers and a plateau keep, in turned order: %s", async (turned) => {
    const program = {
      lr: { plan, controllers: { kind: "plateau", monitor: "mae", patience: 0, factor: 0.5, rtol: 0.5 } },
    } as const;
    const both = (model: LayersModel, states: readonly never[] = []) => {
      const [mine, other] = turned ? [1, 0] : [0, 1];
      const plateau = { model, monitor: "loss", patience: 2, factor: 0.8, minDelta: 9, state: states[mine] };
      const list = [plateauCallback(plateau), scheduleCallback(program, { model, state: states[other] })];
      return turned ? list.reverse() : list;
    };
    const whole = makeModel();
    const expected = await fit(whole, both(whole), { epochs: 8 });
    for (const end of [0, 1, 2, 4]) {
      const model = makeModel();
      const callbacks = both(model);
      let states: never[] = [];
      const saving = {
        onEpochEnd: (ended: number) => {
          if (ended === end) states = throughJson(callbacks.map((callback) => callback.state())) as never[];
        },
      };
      const first = await fit(model, [...callbacks, saving, stopAt(model, end)], { epochs: 8 });
      const second = await fit(model, both(model, states), { epochs: 8, initialEpoch: end + 1 });
      expect(joined([first, second])).toEqual(expected);
    }
  });
});
