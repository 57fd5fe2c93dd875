import * as tf from "@tensorflow/tfjs-core";
import { type LayersModel, type Sequential, sequential } from "@tensorflow/tfjs-layers";
import { assertType, expectTypeOf, test } from "vitest";
import { drawFinder, type FinderResult, findLearningRate, valley } from "../../src/finder/index.ts";
import { findLearningRate as findInTfjs } from "../../src/tfjs/index.ts";

const functions = { step: (rate: number) => rate, snapshot: () => ({ weight: 1 }), restore() {} };

test("the snapshot's type is the one that restore gets", () => {
  findLearningRate({ ...functions, restore: (saved) => expectTypeOf(saved).toEqualTypeOf<{ weight: number }>() });
  findLearningRate({ ...functions, snapshot: async () => 5, restore: async (saved: number) => void saved });
  // @ts-expect-error restore wants something else
  findLearningRate({ ...functions, restore: (saved: string) => void saved });
});

test("step gives a number or its promise, and knows the update and the seed", () => {
  findLearningRate({ ...functions, step: async (rate, { update, seed }) => rate + update + seed });
  // @ts-expect-error no loss
  findLearningRate({ ...functions, step() {} });
  // @ts-expect-error a text
  findLearningRate({ ...functions, step: () => "2.3" });
});

test("options are checked by name and type", () => {
  findLearningRate({ ...functions, signal: new AbortController().signal, seeds: [1, 2], ramp: "linear" });
  // @ts-expect-error a typing error
  findLearningRate({ ...functions, update: 5 });
  // @ts-expect-error one seed is a list too
  findLearningRate({ ...functions, seeds: 3 });
  // @ts-expect-error no such ramp
  findLearningRate({ ...functions, ramp: "cosine" });
  // @ts-expect-error nothing to restore with
  findLearningRate({ step: functions.step, snapshot: functions.snapshot });
});

test("an answer has its interval only where it was found", () => {
  const { answer, suggestions } = {} as FinderResult;
  // @ts-expect-error perhaps there is none
  assertType<number>(answer.from);
  if (answer.found) expectTypeOf(answer.from).toEqualTypeOf<number>();
  expectTypeOf(suggestions.valley?.rate).toEqualTypeOf<number | undefined>();
  expectTypeOf(drawFinder({} as FinderResult)).toEqualTypeOf<string>();
  expectTypeOf(valley([1], [2])?.loss).toEqualTypeOf<number | undefined>();
});

test("TensorFlow.js's own types are taken as they are", () => {
  const [model, chain] = [{} as LayersModel, {} as Sequential];
  const [xs, ys] = [tf.zeros([4, 2]), tf.zeros([4, 1])];
  findInTfjs(model, { xs, ys });
  findInTfjs(sequential(), { xs: [xs], ys: { out: ys } }, { batchSize: 2 });
  findInTfjs(chain, [{ xs, ys }]);
  findInTfjs(chain, [[xs, ys]]);
  findInTfjs(chain, function* () {
    yield { xs, ys };
  });
  findInTfjs(chain, async function* (seed) {
    yield [xs, seed > 0 ? ys : xs] as const;
  });
  // @ts-expect-error numbers are no tensors
  findInTfjs(model, { xs: [1, 2], ys });
  // @ts-expect-error no data
  findInTfjs(model);
  // @ts-expect-error the step is the model's own
  findInTfjs(model, { xs, ys }, { step: () => 1 });
});
