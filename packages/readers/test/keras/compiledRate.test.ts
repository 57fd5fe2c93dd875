import { describe, expect, test } from "vitest";
import { read } from "../../src/index.ts";

const CALLBACK = `from tensorflow import keras
import re
number = re.compile("[0-9]+")
callback = keras.callbacks.ReduceLROnPlateau(factor=0.5, patience=3)
`;

function told(compiled: string, values = {}) {
  const [{ run, needs = [], notes = [] } = {}] = read(CALLBACK + compiled, { values });
  return { run, needs: needs.map(({ name }) => name), notes: notes.map(({ text }) => text) };
}

describe("the rate that a callback begins with", () => {
  test.each([
    ["model.compile(keras.optimizers.SGD(0.05), loss='mse')", 0.05],
    ["model.compile(optimizer=keras.optimizers.Adam(learning_rate=2e-4), loss='mse')", 2e-4],
    ["opt = keras.optimizers.legacy.RMSprop(lr=0.002)\nmodel.compile(loss='mse', optimizer=opt)", 0.002],
    ["model.compile(optimizer='SGD', loss='mse')", 0.01],
    ["model.compile(keras.optimizers.Nadam(), loss='mse')", 0.001],
    ["opt = keras.optimizers.Adam(0.0004)\nmodel.compile(opt, 'mse', [])", 0.0004],
  ])("%s", (compiled, base) => {
    expect(told(compiled)).toMatchObject({ run: { base }, needs: [] });
    expect(told(compiled, { learning_rate: 0.3 })).toMatchObject({ run: { base: 0.3 }, needs: [] });
  });

  test("is told where it is Keras's own", () => {
    expect(told("model.compile(optimizer='adam', loss='mse')").notes).toContain(
      `optimizer="adam" begins with Keras's own rate, 0.001`,
    );
  });

  test.each([
    ["no model is compiled", "", "learning_rate"],
    ["the optimizer is not known", "model.compile(optimizer=make(), loss='mse')", "learning_rate"],
    [
      "models are compiled with several",
      "a.compile(optimizer=keras.optimizers.SGD(0.1), loss='mse')\nb.compile(optimizer=keras.optimizers.SGD(0.2), loss='mse')",
      "learning_rate",
    ],
    ["the text does not have it", "model.compile(optimizer=keras.optimizers.SGD(args.lr), loss='mse')", "args.lr"],
  ])("is asked for where %s", (_, compiled, name) => {
    expect(told(compiled)).toMatchObject({ run: undefined, needs: [name] });
  });
});
