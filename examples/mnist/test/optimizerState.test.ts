import { memory, tensor2d, tidy } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { startBackend } from "../src/backend.ts";
import type { Batch } from "../src/batches.ts";
import { type FloatArray, readArray, writeArray } from "../src/floatArray.ts";
import { createModel, parameters } from "../src/model.ts";
import { createOptimizer, type Optimizer } from "../src/optimizer.ts";
import { type OptimizerName, optimizerNames } from "../src/optimizerNames.ts";
import { optimizerState, restoreOptimizerState } from "../src/optimizerState.ts";
import { seededRandom } from "../src/random.ts";
import { trainStep } from "../src/trainStep.ts";

beforeAll(startBackend);

const noise = seededRandom(9);
const pixels = Float32Array.from({ length: 8 * 6 }, () => noise.next() / 2 ** 31);
const batch = (): Batch => ({
  images: tensor2d(pixels, [8, 6]),
  labels: tensor2d(
    Float32Array.from({ length: 24 }, (_, index) => Number(index % 3 === (index >> 3) % 3)),
    [8, 3],
  ),
  size: 8,
});

function start(name: OptimizerName, layerDecay?: number) {
  const model = createModel({ inputs: 6, hidden: [5], outputs: 3 }, 1);
  return { model, optimizer: createOptimizer(name, model, { lr: 0.05, layerDecay }) };
}

function steps(count: number, { model, optimizer }: ReturnType<typeof start>): FloatArray[] {
  for (let step = 0; step < count; step++) tidy(() => trainStep(model, optimizer, batch()));
  return parameters(model).map(readArray);
}

const newly = (optimizer: Optimizer, name: OptimizerName) => optimizerState(name, optimizer);

const optimizers = optimizerNames.flatMap((name) => [
  { name, of: name },
  { name, layerDecay: 0.5, of: `${name} with a group for each layer` },
]);

describe.each(optimizers)("the state of $of", ({ name, layerDecay }) => {
  it("makes a fresh optimizer go on with the same bits", async () => {
    const one = start(name, layerDecay);
    const half = steps(7, one);
    const state = await newly(one.optimizer, name);
    const other = start(name, layerDecay);
    parameters(other.model).forEach((weight, index) => {
      writeArray(weight, half[index] as FloatArray);
    });
    await restoreOptimizerState(name, other.optimizer, state);
    expect(await newly(other.optimizer, name)).toEqual(state);
    expect(steps(6, other)).toEqual(steps(6, one));
    expect(await newly(other.optimizer, name)).toEqual(await newly(one.optimizer, name));
    expect((await newly(one.optimizer, name)).iterations).toBe(13);
  });

  it("is needed, unless the optimizer remembers nothing that matters", () => {
    const one = start(name, layerDecay);
    const half = steps(7, one);
    const forgetful = start(name, layerDecay);
    parameters(forgetful.model).forEach((weight, index) => {
      writeArray(weight, half[index] as FloatArray);
    });
    const same = JSON.stringify(steps(6, forgetful)) === JSON.stringify(steps(6, one));
    // Adadelta's two averages start equal in TensorFlow.js, so they stay equal, and their quotient is always 1.
    expect(same).toBe(name === "sgd" || name === "adadelta");
  });

  it("can be read before the first step, and leaks nothing", async () => {
    const one = start(name, layerDecay);
    const state = await newly(one.optimizer, name);
    await restoreOptimizerState(name, one.optimizer, state);
    steps(3, one);
    await newly(one.optimizer, name);
    const { numTensors } = memory();
    for (let round = 0; round < 5; round++) {
      steps(1, one);
      await newly(one.optimizer, name);
    }
    expect(memory().numTensors).toBe(numTensors);
  });
});
