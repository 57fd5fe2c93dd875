import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { cosine, kerasPlateau, linear, repeat, schedule, sequence } from "../../../src/index.ts";
import { groups, plateauCallback, scheduleCallback } from "../../../src/tfjs/index.ts";
import { column, fit, makeModel, PER_EPOCH } from "./training.ts";

const never = { patience: 1, factor: 0.5, minDelta: 1000 };

describe("a plateau beside a schedule", () => {
  const plan = cosine({ from: "1x", to: "0.1x", over: "rest" });

  it.each([
    [0, 1],
    [1, 0],
  ])("multiplies, in the order %i %i", async (...order) => {
    const model = makeModel(tf.train.sgd(0.1));
    const both = [
      scheduleCallback(plan, { model }),
      plateauCallback({ model, monitor: "loss", patience: 2, factor: 0.3, minDelta: 1000 }),
    ];
    const list = order.map((i) => both[i] as object);
    const { batches, epochs } = await fit(model, list, { epochs: 6 });
    const lr = schedule(plan, { base: 0.1, steps: 6 * PER_EPOCH });
    const scales = [1, 1, 1, 0.3, 0.3, 0.3 * 0.3];
    const expected = batches.map((_, k) => lr(k) * (scales[Math.floor(k / PER_EPOCH)] as number));
    expect(column(batches, "lr")).toEqual(expected);
    expect(epochs.lr).toEqual([4, 9, 14, 19, 24, 29].map((k) => expected[k]));
  });

  it("tells of its cuts where the schedule is at 0 at the end of an epoch", async () => {
    const model = makeModel(tf.train.sgd(0.1));
    const [up, down] = [linear({ from: 0, to: "1x", over: 1 }), linear({ from: "1x", to: 0, over: 4 })];
    const plateau = plateauCallback({ model, monitor: "loss", ...never });
    const triangles = scheduleCallback(repeat({ plan: sequence(up, down) }), { model });
    const { batches } = await fit(model, [triangles, plateau], { epochs: 4 });
    expect([1, 6, 11, 16].map((k) => batches[k]?.lr)).toEqual([0.1, 0.1, 0.05, 0.025]);
    expect(plateau.decisions.map(({ from, to, text }) => [from, to, text])).toEqual([
      [[0], [0], "epoch 2: 1 bad epoch, ×0.5"],
      [[0], [0], "epoch 3: 1 bad epoch, ×0.5"],
      [[0], [0], "epoch 4: 1 bad epoch, ×0.5"],
    ]);
  });

  it("never cuts below minLr, which is the same in both orders", async () => {
    const run = async (turn: boolean) => {
      const model = makeModel(tf.train.sgd(0.1));
      const both = [
        scheduleCallback(plan, { model }),
        plateauCallback({ model, monitor: "loss", patience: 1, factor: 0.2, minDelta: 1000, minLr: 0.02 }),
      ];
      const { batches } = await fit(model, turn ? both.reverse() : both, { epochs: 3 });
      return column(batches, "lr");
    };
    const rates = await run(false);
    expect(rates[2 * PER_EPOCH]).toBeCloseTo(0.02, 15);
    expect(rates).toEqual(await run(true));
  });

  it("is the same as a controller in the program", async () => {
    const factor = { patience: 2, factor: 0.3, minDelta: 1000 };
    const apart = makeModel();
    const two = [
      scheduleCallback(plan, { model: apart }),
      plateauCallback({ model: apart, monitor: "loss", ...factor }),
    ];
    const together = makeModel();
    const controllers = kerasPlateau({ monitor: "loss", ...factor });
    const one = scheduleCallback({ plan, controllers }, { model: together });
    expect(await fit(together, one, { epochs: 6 })).toEqual(await fit(apart, two, { epochs: 6 }));
    expect(one.decisions.map(({ text }) => text)).toEqual([
      "epoch 3: 2 bad epochs, ×0.3",
      "epoch 5: 2 bad epochs, ×0.3",
    ]);
  });

  it.each([false, true])("scales from the first batch on when it was restored, in turned order: %s", async (turned) => {
    const settings = { monitor: "loss", ...never, factor: 0.3 };
    const model = makeModel(tf.train.sgd(0.1));
    const before = plateauCallback({ model, ...settings });
    await fit(model, before, { epochs: 2 });
    for (const level of ["1x", 0.7] as const) {
      const other = makeModel(tf.train.sgd(0.1));
      const both = [
        scheduleCallback({ kind: "constant", value: level }, { model: other }),
        plateauCallback({ model: other, ...settings, state: before.state() }),
      ];
      const { batches } = await fit(other, turned ? both.reverse() : both);
      const rate = (level === "1x" ? 0.1 : level) * 0.3;
      expect(column(batches, "lr")).toEqual(Array<number>(PER_EPOCH).fill(rate));
    }
  });

  it("is not told of an epoch that was cut short when it is a controller in the program", async () => {
    const model = makeModel();
    const controllers = kerasPlateau({ monitor: "loss", ...never });
    const callback = scheduleCallback({ plan: { kind: "constant", value: "1x" }, controllers }, { model });
    const stop = {
      onBatchEnd: (batch: number) => {
        if (batch === 1) model.stopTraining = true;
      },
    };
    await fit(model, [callback, stop]);
    expect(callback.state().controllers.lr?.[0]?.epoch).toBe(0);
    expect((await fit(model, callback, { epochs: 3 })).epochs.lr).toEqual([0.01, 0.01, 0.005]);
  });

  it("leaves a schedule that goes on without it alone", async () => {
    const model = makeModel(tf.train.sgd(0.1));
    const callback = scheduleCallback(plan, { model, run: { steps: 20 } });
    const { epochs } = await fit(model, [callback, plateauCallback({ model, monitor: "loss", ...never })], {
      epochs: 3,
    });
    const lr = schedule(plan, { base: 0.1, steps: 20 });
    expect(epochs.lr?.at(-1)).toBe(lr(14) * 0.5);
    expect((await fit(model, callback, { epochs: 1 })).epochs.lr).toEqual([lr(19)]);
  });

  it("leaves the base of a schedule that comes later alone", async () => {
    const model = makeModel(tf.train.sgd(0.1));
    await fit(model, plateauCallback({ model, monitor: "loss", ...never }), { epochs: 3 });
    const { epochs } = await fit(model, scheduleCallback({ kind: "constant", value: "1x" }, { model }));
    expect(epochs.lr).toEqual([0.1]);
  });
});

describe("an optimizer with several param groups", () => {
  it("has each group scheduled and scaled, and logged by its number", async () => {
    const model = makeModel();
    const [kernel, bias] = model.trainableWeights;
    const list = [
      { variables: [kernel as never], lr: 0.1 },
      { variables: [bias as never], lr: 0.02, weightDecay: 0.1 },
    ];
    model.compile({ optimizer: groups(list, tf.train.sgd(0.1)), loss: "meanSquaredError" });
    const plan = cosine({ from: "1x", to: 0, over: "rest" });
    const callbacks = [
      scheduleCallback({ lr: plan, weightDecay: plan }, { model }),
      plateauCallback({ model, monitor: "loss", ...never }),
    ];
    const { batches } = await fit(model, callbacks, { epochs: 3 });
    const lr = [0.1, 0.02].map((base) => schedule(plan, { base, steps: 15 }));
    const scale = (k: number) => (k < 10 ? 1 : 0.5);
    expect(column(batches, "lr_0")).toEqual(batches.map((_, k) => (lr[0]?.(k) ?? 0) * scale(k)));
    expect(column(batches, "lr_1")).toEqual(batches.map((_, k) => (lr[1]?.(k) ?? 0) * scale(k)));
    expect(column(batches, "weightDecay_1")).toEqual(
      batches.map((_, k) => schedule(plan, { base: 0.1, steps: 15 })(k)),
    );
    expect(batches[0]?.lr).toBeUndefined();
  });
});
