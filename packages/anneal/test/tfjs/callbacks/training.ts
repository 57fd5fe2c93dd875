import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-backend-cpu";
import { type LayersModel, layers, type Sequential, sequential } from "@tensorflow/tfjs-layers";
import { PlanError } from "../../../src/error.ts";
import type { Issue } from "../../../src/index.ts";

/** 10 samples: in batches of 2, 5 updates make an epoch. */
export const xs: tf.Tensor = tf.tensor2d(
  Array.from({ length: 10 }, (_, i) => [Math.sin(i), Math.cos(i)]),
  [10, 2],
);
export const ys: tf.Tensor = tf.tensor2d(
  Array.from({ length: 10 }, (_, i) => [Math.sin(i) - 2 * Math.cos(i) + 0.5]),
  [10, 1],
);
export const PER_EPOCH = 5;

/** A model of one layer that always begins with the same weights. */
export function makeModel(optimizer: string | tf.Optimizer = "sgd"): Sequential {
  const model = sequential({
    layers: [layers.dense({ units: 1, inputShape: [2], kernelInitializer: "ones" })],
  });
  model.compile({ optimizer, loss: "meanSquaredError", metrics: ["mae"] });
  return model;
}

type FitArgs = NonNullable<Parameters<LayersModel["fit"]>[2]>;
type Callback = Exclude<NonNullable<FitArgs["callbacks"]>, readonly unknown[]>;

/** The logs of every batch and of every epoch. */
export interface Recorded {
  readonly batches: Record<string, number>[];
  readonly epochs: Record<string, number[]>;
}

/** Fits in a fixed order of the data, and records what callbacks behind the given ones see. */
export async function fit(model: LayersModel, callbacks: object | object[], args: FitArgs = {}): Promise<Recorded> {
  const batches: Record<string, number>[] = [];
  const recorder = {
    onBatchEnd: (_: number, logs?: object) => {
      batches.push({ ...logs });
    },
  };
  const { history } = await model.fit(xs, ys, {
    batchSize: 2,
    shuffle: false,
    verbose: 0,
    yieldEvery: "never",
    ...args,
    callbacks: [...[callbacks].flat(), recorder] as Callback[],
  });
  return { batches, epochs: history as Record<string, number[]> };
}

/** A data set of the same samples in the same batches; `size` is what it tells of its length in batches. */
export function dataset(size: number | null = PER_EPOCH, batches: number = PER_EPOCH, failAt = -1): never {
  let taken = 0;
  const iterator = async () => {
    let i = 0;
    return {
      async next() {
        if (i === batches) return { value: null, done: true };
        if (taken++ === failAt) throw new Error("the disk is full");
        const value = { xs: tf.slice(xs, [(i % PER_EPOCH) * 2], [2]), ys: tf.slice(ys, [(i % PER_EPOCH) * 2], [2]) };
        i++;
        return { value, done: false };
      },
    };
  };
  return { iterator, size } as never;
}

export function weights(model: LayersModel): number[] {
  return model.getWeights().flatMap((tensor) => [...tensor.dataSync()]);
}

/** The problems that a fit is refused with. */
export async function issuesOf(run: () => unknown): Promise<readonly Issue[]> {
  try {
    await run();
  } catch (error) {
    if (error instanceof PlanError) return error.issues;
    throw error;
  }
  throw new Error("nothing was refused");
}

export const column = (logs: readonly Record<string, number>[], name: string): (number | undefined)[] =>
  logs.map(({ [name]: value }) => value);
