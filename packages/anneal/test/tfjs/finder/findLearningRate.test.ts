import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { FinderError } from "../../../src/finder/index.ts";
import { findLearningRate, groups, paramGroups, type TfjsBatch } from "../../../src/tfjs/index.ts";
import { network, options, points, train } from "./model.ts";

describe("the search in TensorFlow.js", () => {
  it("really trains at the rates of the plan: its losses are those of the same updates by hand", async () => {
    const data = points();
    const model = network("sgd");
    const batch = { xs: data.xs, ys: data.ys };
    const { runs, rates } = await findLearningRate(model, [batch], { ...options, seeds: [0] });
    const hand = network(tf.train.sgd(1));
    const losses: number[] = [];
    for (const rate of rates) {
      (hand.optimizer as tf.SGDOptimizer).setLearningRate(rate);
      losses.push((await hand.trainOnBatch(data.xs, data.ys)) as number);
    }
    expect(runs[0]?.losses).toEqual(losses);
    expect(Math.min(...losses)).toBeLessThan((losses[0] as number) * 0.8);
  });

  it("gives the same for the same seeds, and something else for others", async () => {
    const data = points();
    const search = (seeds: number[]) => findLearningRate(network("adam"), data, { ...options, seeds });
    const first = await search([3, 4]);
    expect(await search([3, 4])).toEqual(first);
    expect(first.runs[0]?.losses).not.toEqual(first.runs[1]?.losses);
  });

  it("takes every form of data, and gives the same for the same batches", async () => {
    const cut = () =>
      Array.from({ length: 4 }, (_, i) => {
        const { xs, ys } = points();
        const part = (tensor: tf.Tensor2D) => tf.slice(tensor, [16 * i, 0], [16, -1]);
        return { xs: part(xs), ys: part(ys) };
      });
    async function* generate(): AsyncGenerator<TfjsBatch> {
      for (const { xs, ys } of cut()) yield [xs, ys];
    }
    const dataset = {
      async iterator() {
        const batches = cut();
        return { next: async () => ({ value: batches.shift(), done: batches.length === 0 }) };
      },
    };
    const once = { ...options, seeds: [5] };
    const search = (data: never) => findLearningRate(network("adam"), data, once);
    const byFunction = await search((() => generate()) as never);
    expect(byFunction.runs[0]?.losses.length).toBeGreaterThan(10);
    const again = { [Symbol.asyncIterator]: generate };
    expect((await search(again as never)).runs).toEqual(byFunction.runs);
    const seen: number[] = [];
    await search(((seed: number) => seen.push(seed) && generate()) as never);
    expect([...new Set(seen)]).toEqual([5]);
    expect((await search(dataset as never)).runs[0]?.losses.slice(0, 3)).toEqual(
      byFunction.runs[0]?.losses.slice(0, 3),
    );
    expect((await search(cut() as never)).runs[0]?.losses.length).toBeGreaterThan(10);
  });

  it("leaves a list's tensors alone, and gives back those of an iterator, also when the search is cut short", async () => {
    const data = points();
    const list = [data, points()];
    await findLearningRate(network("sgd"), list, options);
    expect(list.flatMap(({ xs, ys }) => [xs.isDisposed, ys.isDisposed])).toEqual([false, false, false, false]);
    const made: tf.Tensor[] = [];
    const model = network(("momentum" as never) === "x" ? "sgd" : tf.train.momentum(0.1, 0.9));
    const before = tf.memory().numTensors;
    let closed = 0;
    function* endless(): Generator<TfjsBatch> {
      try {
        for (;;) {
          const { xs, ys } = points();
          made.push(xs, ys);
          yield { xs, ys };
        }
      } finally {
        closed++;
      }
    }
    const controller = new AbortController();
    const onProgress = ({ done }: { done: number }) => done === 7 && controller.abort();
    const result = await findLearningRate(model, endless, { ...options, signal: controller.signal, onProgress });
    expect(result.runs.map(({ ended, losses }) => [ended, losses.length])).toEqual([["aborted", 7]]);
    expect(result.restored.same).toBe(true);
    expect(made.filter(({ isDisposed }) => !isDisposed)).toEqual([]);
    expect(closed).toBe(1);
    expect(tf.memory().numTensors).toBe(before);
  });

  it("takes several inputs and outputs, in lists and by name", async () => {
    const { xs, ys } = points();
    const model = network("sgd");
    const byName = { xs: { [model.inputNames[0] as string]: xs }, ys: { [model.outputNames[0] as string]: ys } };
    const plain = await findLearningRate(model, { xs, ys }, options);
    expect((await findLearningRate(model, { xs: [xs], ys: [ys] }, options)).runs).toEqual(plain.runs);
    expect((await findLearningRate(model, byName, options)).runs).toEqual(plain.runs);
  });

  it("records the first number of a model with metrics, and what evaluate says where there is one", async () => {
    const data = points();
    const model = network("sgd");
    model.compile({ optimizer: "sgd", loss: "categoricalCrossentropy", metrics: ["accuracy"] });
    const plain = await findLearningRate(network("sgd"), data, options);
    expect((await findLearningRate(model, data, options)).runs).toEqual(plain.runs);
    const evaluated = await findLearningRate(model, data, { ...options, evaluate: (rate) => 3 - Math.log(rate) / 10 });
    expect(evaluated.runs[0]?.losses[0]).toBeCloseTo(3 + Math.log(1e4) / 10, 12);
  });

  it("keeps the proportions of groups, and restores each of them", async () => {
    const data = points();
    const make = () => {
      const model = network("sgd");
      const [head, body] = [model.layers.slice(1), model.layers.slice(0, 1)];
      model.compile({
        optimizer: groups(
          [
            { layers: head, lr: 0.02 },
            { layers: body, lr: 0.01 },
          ],
          tf.train.adam(0.02),
        ),
        loss: "categoricalCrossentropy",
      });
      return model;
    };
    const [searched, other] = [make(), make()];
    await train(searched, data, 2);
    await train(other, data, 2);
    const rates: number[][] = [];
    const onProgress = () => rates.push(paramGroups(searched.optimizer).paramGroups.map(({ lr }) => lr));
    const result = await findLearningRate(searched, data, { ...options, onProgress });
    expect(rates.slice(0, 2).map(([high]) => high)).toEqual(result.rates.slice(0, 2));
    for (const [high, low] of rates) expect((low as number) / (high as number)).toBeCloseTo(0.5, 12);
    expect(paramGroups(searched.optimizer).paramGroups.map(({ lr }) => lr)).toEqual([0.02, 0.01]);
    expect(result.restored.same).toBe(true);
    expect(await train(searched, data, 3)).toEqual(await train(other, data, 3));
  });

  it("restores all when the data throw in the middle, and says what they threw", async () => {
    const model = network("adam");
    const before = model.weights.map((weight) => [...weight.read().dataSync()]);
    const tensors = tf.memory().numTensors;
    function* broken(): Generator<TfjsBatch> {
      for (let i = 0; i < 5; i++) yield points();
      throw new Error("the file is damaged");
    }
    const error = await findLearningRate(model, broken, options).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(FinderError);
    const { message, cause, result } = error as FinderError;
    expect(message).toBe("step: expected a loss, received Error: the file is damaged");
    expect((cause as Error).message).toBe("the file is damaged");
    expect(result.runs.map(({ ended, losses }) => [ended, losses.length])).toEqual([["failed", 5]]);
    expect(result.restored.same).toBe(true);
    expect(model.weights.map((weight) => [...weight.read().dataSync()])).toEqual(before);
    expect(tf.memory().numTensors).toBe(tensors);
  });
});
