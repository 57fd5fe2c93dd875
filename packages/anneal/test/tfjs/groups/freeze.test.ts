import * as tf from "@tensorflow/tfjs-core";
import { layers, sequential } from "@tensorflow/tfjs-layers";
import { describe, expect, it } from "vitest";
import { groups } from "../../../src/tfjs/index.ts";
import { NAMES, OPTIMIZERS } from "../optimizers.ts";
import { Network } from "./network.ts";
import { type Name, VARIABLES } from "./table.ts";

/** Which variables are frozen at each update: single ones, a whole group, from the start, again and again. */
const FROZEN: readonly (readonly Name[])[] = [
  ["outputBias"],
  ["outputBias"],
  [],
  ["hiddenWeight"],
  ["hiddenWeight", "hiddenBias"],
  ["hiddenBias"],
  [],
  ["outputWeight", "hiddenWeight"],
  ["hiddenWeight"],
  [],
];

describe.each(NAMES)("a variable that is frozen for a while, in groups of %s", (name) => {
  const make = OPTIMIZERS[name];

  it("trains as with an optimizer of its own, which rests meanwhile", () => {
    const [network, apart] = [new Network(), new Network()];
    const [a, b] = network.halves;
    const optimizer = groups([{ variables: a }, { variables: b, lr: 0.02 }], make(0.05));
    const own = Object.fromEntries(VARIABLES.map((one, i) => [one, make(i < 2 ? 0.05 : 0.02)]));
    for (const frozen of FROZEN) {
      network.step(optimizer, frozen);
      const { value, grads } = make(1).computeGradients(apart.loss, apart.list);
      for (const one of VARIABLES.filter((one) => !frozen.includes(one))) {
        const { name } = apart.variables[one];
        own[one]?.applyGradients([{ name, tensor: grads[name] as tf.Tensor }]);
      }
      tf.dispose([value, grads]);
      expect(network.weights()).toEqual(apart.weights());
    }
  });

  it("may be left out of the list of gradients instead", () => {
    const [listed, left] = [new Network(), new Network()];
    const of = ({ halves: [a, b] }: Network) => groups([{ variables: a }, { variables: b }], make(0.05));
    const [first, second] = [of(listed), of(left)];
    for (const frozen of FROZEN) {
      listed.step(first, frozen);
      second.minimize(
        left.loss,
        false,
        VARIABLES.filter((one) => !frozen.includes(one)).map((one) => left.variables[one]),
      );
    }
    expect(left.weights()).toEqual(listed.weights());
  });
});

it("the bare optimizer mixes up or loses what it keeps when the list shrinks", () => {
  const network = new Network();
  const bare = tf.train.adam(0.05);
  bare.minimize(network.loss, false, network.list);
  expect(() => bare.minimize(network.loss, false, network.list.slice(1))).toThrow(/shape/i);
});

describe("a layer that is frozen and freed between two fits, compiled anew each time", () => {
  const x = tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]);
  const y = tf.tensor2d([1, 0, 1], [3, 1]);
  const build = () => {
    const first = layers.dense({ units: 2, inputShape: [2], kernelInitializer: "ones", activation: "tanh" });
    return sequential({ layers: [first, layers.dense({ units: 1, kernelInitializer: "ones" })] });
  };

  it.each(NAMES)("stays as it was meanwhile, and goes on with its own state: %s", async (name) => {
    const model = build();
    const [first, second] = model.layers as [(typeof model.layers)[0], (typeof model.layers)[0]];
    const optimizer = groups([{ layers: [first] }, { layers: [second] }], OPTIMIZERS[name](0.05));
    const fit = async () => {
      model.compile({ optimizer, loss: "meanSquaredError" });
      await model.fit(x, y, { epochs: 2, verbose: 0 });
      return first.getWeights().map((weight) => [...weight.dataSync()]);
    };
    const kept = async () => {
      const weights = (await optimizer.getWeights()).slice(1);
      return weights.filter((one) => one.name.startsWith(first.name)).map(({ tensor }) => [...tensor.dataSync()]);
    };
    const before = await fit();
    const state = await kept();
    first.trainable = false;
    expect(await fit()).toEqual(before);
    expect(await kept()).toEqual(state);
    first.trainable = true;
    expect(await fit()).not.toEqual(before);
  });

  it("keeps nothing for a layer that never trains", async () => {
    const model = build();
    const [first, second] = model.layers as [(typeof model.layers)[0], (typeof model.layers)[0]];
    first.trainable = false;
    const optimizer = groups([{ layers: [first] }, { layers: [second] }], tf.train.adam(0.05));
    model.compile({ optimizer, loss: "meanSquaredError" });
    await model.fit(x, y, { verbose: 0 });
    const names = (await optimizer.getWeights()).map((weight) => weight.name);
    expect(names).toHaveLength(5);
    expect(names.some((name) => name.startsWith(first.name))).toBe(false);
  });
});
