import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { type Issue, PlanError } from "../../../src/error.ts";
import { groups } from "../../../src/tfjs/index.ts";
import { Network } from "./network.ts";

/** What a promise is rejected with; anything but a PlanError fails the test. */
async function rejected(work: Promise<unknown>): Promise<readonly Issue[]> {
  const error = await work.then(
    () => new Error("not refused"),
    (reason: unknown) => reason,
  );
  if (error instanceof PlanError) return error.issues;
  throw error;
}

function trainedName(
  optimizer: { paramGroups: readonly { variables: readonly string[] }[] },
  group: number,
  i: number,
) {
  return optimizer.paramGroups[group]?.variables[i];
}

describe("weights that do not match are refused, and change nothing", () => {
  type Weights = { name: string; tensor: tf.Tensor }[];

  /** Three updates of Adam in groups of so many variables. */
  function trained(...sizes: number[]) {
    const network = new Network();
    const rest = network.list;
    const list = sizes.map((size) => ({ variables: rest.splice(0, size) }));
    const optimizer = groups(list, tf.train.adam(0.1));
    for (let i = 0; i < 3; i++) network.step(optimizer);
    return { network, optimizer, weights: () => optimizer.getWeights() as Promise<Weights> };
  }

  it.each<[string, (weights: Weights) => unknown, { path: string; expected: string; received: string }[]]>([
    ["nothing", () => [], [{ path: "weights", expected: "the weights of an optimizer", received: "a list of 0" }]],
    ["no list", () => 5, [{ path: "weights", expected: "the weights of an optimizer", received: "5" }]],
    [
      "what is no tensor",
      (weights) => [...weights.slice(0, -1), null],
      [
        {
          path: "weights[8]",
          expected: "a name and a tensor of finite numbers",
          received: expect.stringContaining("TypeError"),
        },
      ],
    ],
    [
      "a tensor that is disposed, and one whose values cannot be read",
      (weights) => {
        const [gone, broken] = [tf.zeros([5, 8]), tf.zeros([8])];
        gone.dispose();
        const data = () => Promise.reject(new Error("lost"));
        const tensors = [gone, Object.assign(broken, { data })];
        return weights.map((weight, i) => (i > 6 ? { ...weight, tensor: tensors[i - 7] } : weight));
      },
      [
        {
          path: "weights[7]",
          expected: "a name and a tensor of finite numbers",
          received: '"Error: Tensor is disposed."',
        },
        { path: "weights[8]", expected: "a name and a tensor of finite numbers", received: '"Error: lost"' },
      ],
    ],
    [
      "values that are no numbers, in the last of the tensors",
      (weights) => weights.map((weight, i) => (i > 7 ? { ...weight, tensor: tf.fill([3], Number.NaN) } : weight)),
      [{ path: "weights[8]", expected: "a name and a tensor of finite numbers", received: "NaN" }],
    ],
    [
      "an object that only looks like a tensor",
      (weights) => weights.map((weight, i) => (i > 7 ? { ...weight, tensor: { data: async () => [1] } } : weight)),
      [{ path: "weights[8]", expected: "a name and a tensor of finite numbers", received: expect.any(String) }],
    ],
    ["one too few", (weights) => weights.slice(0, -1), [{ path: "weights", expected: "9 tensors", received: "8" }]],
    [
      "another type",
      ([first, ...others]) => [{ name: "iter", tensor: tf.cast(first?.tensor as tf.Tensor, "float32") }, ...others],
      [{ path: "weights[0].dtype", expected: '"int32"', received: '"float32"' }],
    ],
    [
      "a count below 0",
      ([, ...others]) => [{ name: "iter", tensor: tf.scalar(-1, "int32") }, ...others],
      [{ path: "weights[0]", expected: "a count of updates", received: "-1" }],
    ],
    [
      "other shapes",
      ([first, _weight, _bias, ...others]) => [first, others[0], others[1], ...others],
      [
        { path: "weights[1].shape", expected: "5,8", received: '"8,3"' },
        { path: "weights[2].shape", expected: "8", received: '"3"' },
      ],
    ],
  ])("%s", async (_, change, expected) => {
    const { network, optimizer, weights } = trained(2, 2);
    const before = (await weights()).slice(1).map(({ tensor }) => tensor.dataSync().slice());
    const given = change(await weights()) as never;
    expect(await rejected(optimizer.setWeights(given))).toEqual(expected);
    expect((await weights()).slice(1).map(({ tensor }) => tensor.dataSync())).toEqual(before);
    expect(optimizer.iterations).toBe(3);
    network.step(optimizer);
  });

  it.each([
    [
      [1, 3],
      [
        { path: "weights[0]", expected: "2 variables in group 0", received: "1" },
        { path: "weights[0]", expected: "2 variables in group 1", received: "3" },
      ],
    ],
    [
      [4],
      [
        { path: "weights[0]", expected: "2 variables in group 0", received: "4" },
        { path: "weights[0]", expected: "2 variables in group 1", received: "0" },
      ],
    ],
    [[2, 1, 1], [{ path: "weights[0]", expected: "2 variables in group 1", received: "1" }]],
  ])("those of groups of %j variables", async (sizes, expected) => {
    const { optimizer } = trained(2, 2);
    expect(await rejected(optimizer.setWeights(await trained(...sizes).weights()))).toEqual(expected);
  });

  it("those of groups that share the variables out in another way", async () => {
    const { optimizer } = trained(2, 2);
    const network = new Network();
    const [a, b, c, d] = network.list as [tf.Variable, tf.Variable, tf.Variable, tf.Variable];
    const other = groups([{ variables: [a, c] }, { variables: [b, d] }], tf.train.adam(0.1));
    network.step(other);
    expect(await rejected(optimizer.setWeights((await other.getWeights()) as Weights))).toEqual([
      { path: "weights[0]", expected: `group 0 of ${trainedName(optimizer, 0, 1)}`, received: "1" },
      { path: "weights[0]", expected: `group 1 of ${trainedName(optimizer, 1, 0)}`, received: "0" },
    ]);
  });

  it.each([
    // Each variable has its group, its updates, beta1, beta2 and their products.
    [
      "a beta of 1",
      1 * 6 + 3,
      1,
      [{ path: "weights[0][1].betas[1]", expected: "a number from 0 to below 1", received: "1" }],
    ],
    [
      "a count that is not finite",
      2 * 6 + 1,
      NaN,
      [{ path: "weights[0][2]", expected: "finite numbers from 0", received: "NaN" }],
    ],
    [
      "a product below 0",
      3 * 6 + 4,
      -0.5,
      [{ path: "weights[0][3]", expected: "finite numbers from 0", received: "-0.5" }],
    ],
  ])("those in which a number was damaged: %s", async (_, place, value, expected) => {
    const { optimizer, weights } = trained(2, 2);
    const [first, ...others] = (await weights()) as [Weights[number], ...Weights];
    const [iterations, ...halves] = first.tensor.dataSync();
    const numbers = new Float64Array(Int32Array.from(halves).buffer);
    numbers[place] = value;
    const damaged = tf.tensor1d([iterations as number, ...new Int32Array(numbers.buffer)], "int32");
    expect(await rejected(optimizer.setWeights([{ name: "iter", tensor: damaged }, ...others] as Weights))).toEqual(
      expected,
    );
  });

  it("those of other variables, and of another optimizer", async () => {
    const { optimizer } = trained(2, 2);
    const network = new Network();
    const of = async (base: tf.Optimizer, list = network.list) => {
      const made = groups([{ variables: list.slice(0, 2) }, { variables: list.slice(2) }], base);
      for (const variable of network.list) variable.trainable = list.includes(variable);
      made.minimize(network.loss, false, list);
      return made.getWeights();
    };
    const three = await of(tf.train.adam(0.1), network.list.slice(0, 3));
    expect(await rejected(optimizer.setWeights(three))).toEqual([
      { path: "weights[0]", expected: "the state of 4 variables", received: "3" },
    ]);
    expect(await rejected(optimizer.setWeights(await of(tf.train.sgd(0.1))))).toMatchObject([{ path: "weights[0]" }]);
    expect(await rejected(optimizer.setWeights(await of(tf.train.rmsprop(0.1))))).toMatchObject([
      { path: "weights[0]" },
    ]);
  });
});
