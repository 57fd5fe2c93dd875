import { PlanError, schedule } from "anneal";
import { describe, expect, it } from "vitest";
import { dataDocument } from "../../src/document.ts";
import { keras } from "../../src/keras/keras.ts";
import { data } from "../data.ts";
import { readOne } from "../readPorts.ts";

const json = (plain: unknown) => dataDocument("json", data(plain));
const object = (class_name: string, config: object) => ({ module: "keras", class_name, config, registered_name: null });
const cosine = object("CosineDecay", { initial_learning_rate: 0.1, decay_steps: 100, name: "CosineDecay" });
const sgd = (learning_rate: unknown) => object("SGD", { name: "sgd", learning_rate, momentum: 0.9 });

describe("where a Keras configuration has its schedule", () => {
  it.each([
    ["a schedule", cosine, "CosineDecay"],
    ["its short form", { class_name: "CosineDecay", config: cosine.config }, "CosineDecay"],
    ["an optimizer", sgd(cosine), "CosineDecay"],
    ["an optimizer's get_config alone", sgd(cosine).config, "CosineDecay"],
    ["an optimizer that scales losses", object("LossScaleOptimizer", { inner_optimizer: sgd(cosine) }), "CosineDecay"],
    ["get_compile_config", { optimizer: sgd(cosine), loss: "mse" }, "CosineDecay"],
    [
      "a model's config.json",
      { ...object("Sequential", {}), compile_config: { optimizer: sgd(cosine) } },
      "CosineDecay",
    ],
    ["an .h5 file's training_config", { loss: "mse", optimizer_config: sgd(cosine) }, "CosineDecay"],
    [
      "model.json of a converted model",
      { modelTopology: { training_config: { optimizer_config: sgd(cosine) } } },
      "CosineDecay",
    ],
    ["a rate that is a number", sgd(0.1), "learning_rate"],
    [
      "TensorFlow.js's own",
      { trainingConfig: { optimizer_config: object("SGD", { learningRate: 0.1 }) } },
      "learningRate",
    ],
    ["an old optimizer", object("SGD", { lr: 0.1, decay: 0 }), "lr"],
  ])("%s", (_, data, name) => {
    const document = json(data);
    expect(keras.configuration?.recognises(document)).toBe(true);
    const reading = readOne(keras, document);
    expect(reading.name).toBe(name);
    expect(reading.unit).toBe("update");
    const lr = schedule(reading.program?.lr as never, reading.run ?? {});
    expect(lr(0)).toBe(0.1);
    expect(lr(100)).toBe(name === "CosineDecay" ? 0 : 0.1);
  });

  it.each([
    ["a rate without an optimizer's form", { learning_rate: 0.1, num_train_epochs: 3 }],
    ["DeepSpeed's optimizer", { optimizer: { type: "Adam", params: { lr: 0.001 } } }],
    ["a layer", object("Dense", { units: 3 })],
    ["a prototype's name", { class_name: "constructor", config: {} }],
    ["a list", [cosine]],
    ["nothing", null],
  ])("not %s", (_, data) => expect(keras.configuration?.recognises(json(data))).toBe(false));
});

it("divides by 1 + decay * step as Keras before 3 did", () => {
  const { program, run } = readOne(keras, json(object("SGD", { learning_rate: 0.1, decay: 0.01 })));
  expect([0, 100, 300].map(schedule(program?.lr as never, run as never))).toEqual([0.1, 0.05, 0.025]);
});

it("keeps a float32 as it is written, with a note", () => {
  const { run, notes } = readOne(keras, json(sgd(0.10000000149011612)));
  expect(run).toEqual({ base: 0.10000000149011612 });
  const told = "learning_rate: 0.10000000149011612 is the float32 of 0.1; it is taken as it is written.";
  expect(notes).toEqual([{ text: told }]);
});

it("has no such note for numbers that say themselves", () => {
  for (const rate of [0.1, 0.5, 1, 0.25, 123456792]) expect(readOne(keras, json(sgd(rate))).notes).toEqual([]);
});

it("reads the warm-up that Transformers writes", () => {
  const decay = object("PolynomialDecay", { initial_learning_rate: 0.2, decay_steps: 10, end_learning_rate: 0 });
  const config = { initial_learning_rate: 0.2, decay_schedule_fn: decay, warmup_steps: 4, power: 2, name: null };
  const written = { class_name: "WarmUp", config: { ...config, __passive_serialization__: true } };
  const lr = schedule(readOne(keras, json(sgd(written))).program?.lr as never);
  expect([0, 2, 4, 9, 14].map(lr)).toEqual([0, 0.05, 0.2, 0.1, 0]);
});

it.each([
  [
    "another class",
    sgd(object("MySchedule", { a: 1 })),
    'config.learning_rate: expected a schedule of keras.optimizers.schedules, received "MySchedule"',
  ],
  [
    "a registered class of Keras's name",
    sgd({ ...cosine, module: "__main__", registered_name: "Custom>CosineDecay" }),
    'config.learning_rate: expected a schedule of keras.optimizers.schedules, received "CosineDecay"',
  ],
  ["an optimizer's rate below 0", sgd(-1), "run.base: expected a finite number from 0, received -1"],
  ["a class with its package", sgd(object("Custom>CosineDecay", cosine.config)), 'received "Custom>CosineDecay"'],
  ["a rate that is text", sgd("fast"), 'learning_rate: expected a finite number, received "fast"'],
  [
    "a setting that there is not",
    sgd(object("CosineDecay", { ...cosine.config, beta: 1 })),
    "CosineDecay(beta): expected one of",
  ],
  [
    "no steps",
    sgd(object("CosineDecay", { initial_learning_rate: 0.1, decay_steps: 0 })),
    "CosineDecay(decay_steps): expected a number above 0, received 0",
  ],
  ["a rate below 0", sgd(object("CosineDecay", { initial_learning_rate: -1, decay_steps: 9 })), "received -1"],
])("refuses %s", (_, data, message) => {
  expect(() => readOne(keras, json(data))).toThrow(PlanError);
  expect(() => readOne(keras, json(data))).toThrow(message);
});

it("says where it stands", () => {
  const document = { ...json(sgd(object("CosineDecay", { decay_steps: "x", initial_learning_rate: 1 }))) };
  const placed = { ...document, place: (path: readonly unknown[]) => ({ line: path.length, column: 1 }) };
  expect(() => readOne(keras, placed)).toThrow("line 4, column 1, CosineDecay(decay_steps)");
});
