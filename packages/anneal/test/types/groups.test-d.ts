import { type AdamOptimizer, type Optimizer, scalar, train, type Variable } from "@tensorflow/tfjs-core";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { expectTypeOf, test } from "vitest";
import { linear, Scheduler } from "../../src/index.ts";
import { groups, layerwise, paramGroups, type TfjsGroup, type TfjsVariableGroup } from "../../src/tfjs/index.ts";

declare const variable: Variable;
declare const model: LayersModel;
const variables = [variable];

test("groups give an optimizer of the base's type, for everything that takes one", () => {
  const optimizer = groups([{ variables, lr: 0.1, weightDecay: 0.01, betas: [0.9, 0.99] }], train.adam());
  expectTypeOf(optimizer).toExtend<AdamOptimizer>();
  expectTypeOf(optimizer).toExtend<Optimizer>();
  expectTypeOf(optimizer.paramGroups[0]).toEqualTypeOf<TfjsVariableGroup>();
  model.compile({ optimizer, loss: "meanSquaredError" });
  new Scheduler(optimizer, {
    lr: linear({ from: "1x", to: 0, over: 10 }),
    weightDecay: linear({ from: "1x", to: 0, over: 10 }),
  });
  paramGroups(optimizer);
  optimizer.paramGroups[0].lr = 0.2;
  groups([{ variables }], train.sgd(0.1)).minimize(() => scalar(1), true, variables);
  groups([{ variables }, { variables, momentum: 0.5 }], train.momentum(0.1, 0.9)).dispose();
});

test("groups are variables, weights of layers, or layers", () => {
  groups(
    [
      { layers: model.layers },
      { variables: model.trainableWeights },
      { variables: model.layers.flatMap((layer) => layer.weights) },
    ],
    train.sgd(1),
  );
  groups([{ layers: model.layers, lr: "0.1x" }], train.sgd(1));
  expectTypeOf(layerwise(model, { decay: 0.75 })).toEqualTypeOf<TfjsGroup[]>();
  layerwise(
    { layers: [model.layers, model.layers[0] as (typeof model.layers)[0]] },
    { decay: 0.75, lr: 1, weightDecay: 0.1, decayVectors: true },
  );
});

test("what they must not take", () => {
  // @ts-expect-error neither variables nor layers
  groups([{ lr: 0.1 }], train.sgd(1));
  // @ts-expect-error both
  groups([{ variables, layers: model.layers }], train.sgd(1));
  // @ts-expect-error a typo
  groups([{ variables, weight_decay: 0.1 }], train.sgd(1));
  // @ts-expect-error text that is no factor
  groups([{ variables, lr: "0.1" }], train.sgd(1));
  // @ts-expect-error one beta
  groups([{ variables, betas: [0.9] }], train.adam(1));
  // @ts-expect-error no optimizer
  groups([{ variables }], { lr: 0.1 });
  // @ts-expect-error numbers are not variables
  groups([{ variables: [1, 2] }], train.sgd(1));
  // @ts-expect-error no decay
  layerwise(model, {});
  // @ts-expect-error the names are read
  groups([{ variables }], train.sgd(1)).paramGroups[0].variables = [];
});
