import { schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { type Reading, read, type Values } from "../../src/index.ts";

const KERAS = "from tensorflow import keras\n";
const only = (text: string, values: Values = {}): Reading => read(KERAS + text, { values })[0] as Reading;
const BY_EPOCH = "c = keras.callbacks.LearningRateScheduler(lambda epoch: 0.1 / (1 + epoch))\n";
const BY_UPDATE = "s = keras.optimizers.schedules.ExponentialDecay(0.1, decay_steps=10, decay_rate=0.5)\n";
const NEXT = 'model.compile(optimizer=keras.optimizers.SGD(s), loss="mse")\n';

describe("how long fit trains", () => {
  it("is the length of a plan in epochs", () => {
    expect(only(`${BY_EPOCH}model.fit(x, y, epochs=30, callbacks=[c])`).run).toEqual({ steps: 30 });
    expect(only(`${BY_EPOCH}EPOCHS = 6 * 5\nmodel.fit_generator(g, epochs=EPOCHS, callbacks=[c])`).run?.steps).toBe(30);
  });

  it("goes with the optimizer's rate, which no value of it is by", () => {
    const text = `${BY_EPOCH}model.compile(keras.optimizers.Adam(1e-3), loss="mse")\nmodel.fit(x, y, epochs=30, callbacks=[c])`;
    const { run, program, functions = {} } = only(text);
    expect(run).toEqual({ base: 1e-3, steps: 30 });
    expect(schedule(program?.lr as never, run as never, { functions })(1)).toBe(0.05);
  });

  it("is told of a plan in updates, with the updates of an epoch where they are written", () => {
    const reading = only(`${BY_UPDATE}${NEXT}model.fit(x, epochs=30)`);
    expect([reading.epochs, reading.run]).toEqual([30, {}]);
    const { run } = only(`${BY_UPDATE}${NEXT}N = 5000\nmodel.fit(x, epochs=30, steps_per_epoch=N // 50)`);
    expect(run).toEqual({ steps: 3000, stepsPerEpoch: 100 });
  });

  it("is what a function is called with that fits", () => {
    const text = `def go(epochs):\n    model.fit(x, epochs=epochs, callbacks=[c])\ngo(epochs=7)`;
    expect(only(BY_EPOCH + text).run).toEqual({ steps: 7 });
  });

  it("is a flag's default, or what is given for it", () => {
    const text = `import argparse\np = argparse.ArgumentParser()\np.add_argument("--epochs", type=int, default=9)\na = p.parse_args()
${BY_EPOCH}model.fit(x, epochs=a.epochs, callbacks=[c])`;
    expect(only(text).run).toEqual({ steps: 9 });
    expect(only(text, { "a.epochs": 4 }).run).toEqual({ steps: 4 });
  });

  it.each([
    ["model.fit(x, epochs=n, callbacks=[c])"],
    ["model.fit(x, callbacks=[c])"],
    ["model.fit(x, epochs=3, callbacks=[c])\nmodel.fit(x, epochs=4, callbacks=[c])"],
    ["model.fit(x, epochs=9, initial_epoch=3, callbacks=[c])"],
    ["epochs = 3"],
  ])("is not told by %j, and not asked for", (text) => {
    const reading = only(BY_EPOCH + text);
    expect([reading.run?.steps, reading.needs]).toEqual([undefined, []]);
  });
});
