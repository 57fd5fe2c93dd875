import {
  backend,
  getKernel,
  type KernelConfig,
  matMul,
  memory,
  ready,
  registerKernel,
  setBackend,
  type Tensor,
  type Tensor2D,
  tensor,
  tidy,
  train,
  unregisterKernel,
} from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-layers";
import "@tensorflow/tfjs-backend-wasm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { useFastMatMul } from "../src/fastMatMul.ts";
import { createModel } from "../src/model.ts";
import { seededRandom } from "../src/random.ts";
import { trainStep } from "../src/trainStep.ts";

const random = seededRandom(1);
const filled = (shape: number[]): Tensor => {
  const size = shape.reduce((product, length) => product * length, 1);
  return tensor(
    Float32Array.from({ length: size }, () => random.next() / 2 ** 31),
    shape,
  );
};

const cases = [
  { a: [5, 7], b: [7, 3], flips: [false, false] },
  { a: [7, 5], b: [7, 3], flips: [true, false] },
  { a: [5, 7], b: [3, 7], flips: [false, true] },
  { a: [7, 5], b: [3, 7], flips: [true, true] },
  { a: [4, 7, 5], b: [4, 7, 3], flips: [true, false] },
  { a: [4, 5, 7], b: [4, 3, 7], flips: [false, true] },
  { a: [1, 7, 5], b: [4, 3, 7], flips: [true, true] },
  { a: [784, 32], b: [784, 128], flips: [true, false] },
  { a: [32, 64], b: [128, 64], flips: [false, true] },
] as const;

let stockKernel: KernelConfig;

function useKernel(kernel: KernelConfig): void {
  unregisterKernel("BatchMatMul", "wasm");
  registerKernel(kernel);
}

beforeAll(async () => {
  await setBackend("wasm");
  await ready();
  stockKernel = getKernel("BatchMatMul", "wasm");
});

beforeEach(() => useKernel(stockKernel));

describe("useFastMatMul", () => {
  it("multiplies as the stock kernel does, up to rounding, without leaving a tensor or a buffer", () => {
    const inputs = cases.map(({ a, b, flips }) => ({ a: filled([...a]), b: filled([...b]), flips }));
    const products = () => inputs.map(({ a, b, flips }) => tidy(() => matMul(a, b, ...flips).dataSync<"float32">()));
    const stock = products();
    useFastMatMul();
    expect(getKernel("BatchMatMul", "wasm")).not.toBe(stockKernel);
    const before = [memory().numTensors, backend().numDataIds()];
    products().forEach((product, index) => {
      const worst = product.reduce(
        (most, value, at) => Math.max(most, Math.abs(value - (stock[index]?.[at] as number))),
        0,
      );
      const terms = inputs[index]?.a.shape.at(inputs[index].flips[0] ? -2 : -1) as number;
      expect(product).toHaveLength(stock[index]?.length as number);
      expect(worst).toBeLessThan(terms * 2 ** -23);
    });
    expect([memory().numTensors, backend().numDataIds()]).toEqual(before);
  });

  it("changes nothing when called again", () => {
    useFastMatMul();
    const fast = getKernel("BatchMatMul", "wasm");
    useFastMatMul();
    expect(getKernel("BatchMatMul", "wasm")).toBe(fast);
  });

  it("makes training steps at least 1.5 times as fast", () => {
    const model = createModel({ inputs: 784, hidden: [128, 64], outputs: 10 }, 0);
    const optimizer = train.sgd(0.01);
    const batch = () => ({ images: filled([32, 784]) as Tensor2D, labels: filled([32, 10]) as Tensor2D, size: 32 });
    const fastest = () => {
      const times = Array.from({ length: 40 }, () => {
        return tidy(() => {
          const taken = batch();
          const start = performance.now();
          trainStep(model, optimizer, taken);
          return performance.now() - start;
        }) as number;
      });
      return Math.min(...times);
    };
    const stock = fastest();
    useFastMatMul();
    const fast = fastest();
    expect(stock / fast).toBeGreaterThan(1.5);
  });
});
