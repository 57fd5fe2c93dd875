import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { format } from "anneal";
import { drawFinder } from "anneal/finder";
import { findLearningRate } from "anneal/tfjs";
import { startBackend } from "../src/backend.ts";
import { loadDigits } from "../src/data/digits.ts";
import type { OptimizerName } from "../src/optimizerNames.ts";
import { TestSet } from "../src/testSet.ts";
import { compiledModel, someBatches } from "./finderModel.ts";

/*
 * What the finder says about the example's network, beside the best of a grid of rates that are each trained for some
 * epochs: for every optimizer its interval and suggestions, and how well its middle and the grid's rates train.
 *
 *   node --import tsx examples/mnist/bench/finderGrid.ts --optimizers sgd,adam --epochs 2 --svg finder
 */
const { values } = parseArgs({
  options: {
    optimizers: { type: "string", default: "sgd,momentum,adam,rmsprop" },
    epochs: { type: "string", default: "2" },
    svg: { type: "string" },
  },
});
const EPOCH = 250;
const GRID = [-4, -3.5, -3, -2.5, -2, -1.5, -1, -0.5, 0].map((power) => 10 ** power);

const data = loadDigits();
await startBackend();
const testSet = new TestSet(data);
const short = (rate: number | undefined) => (rate === undefined ? "–" : format(Number(rate.toPrecision(2))));

/** The mean training loss of the last epoch, and the accuracy after it. */
async function train(name: OptimizerName, lr: number): Promise<{ lr: number; loss: number; accuracy: number }> {
  const model = compiledModel(data, name, lr);
  let loss = 0;
  for (let epoch = 0; epoch < Number(values.epochs); epoch++) {
    loss = 0;
    for (const { xs, ys } of someBatches(data, EPOCH, epoch)) {
      loss += ((await model.trainOnBatch(xs, ys)) as number) / EPOCH;
      xs.dispose();
      ys.dispose();
    }
  }
  const accuracy = testSet.accuracy(model);
  model.dispose();
  return { lr, loss, accuracy };
}

for (const name of values.optimizers.split(",") as OptimizerName[]) {
  const model = compiledModel(data, name, 0.01);
  const result = await findLearningRate(model, (seed) => someBatches(data, 100, seed), { from: 1e-6 });
  model.dispose();
  if (values.svg !== undefined) writeFileSync(`${values.svg}.${name}.svg`, drawFinder(result));
  const { answer, suggestions, restored } = result;
  const grid = [];
  for (const lr of GRID) grid.push(await train(name, lr));
  const best = grid.reduce((a, b) => (b.loss < a.loss ? b : a));
  const middle = answer.found ? await train(name, answer.rate) : undefined;
  const rules = Object.entries(suggestions).map(([rule, suggestion]) => `${rule} ${short(suggestion?.rate)}`);
  const told = (one = best) => `${short(one.lr)} (loss ${one.loss.toFixed(3)}, ${(100 * one.accuracy).toFixed(1)}%)`;
  console.log(
    [
      `${name}: ${answer.found ? `${short(answer.from)} to ${short(answer.to)}, ${answer.confidence}` : "no answer"}`,
      `  its middle ${middle ? told(middle) : "–"}; best of the grid ${told()}`,
      `  ${rules.join(", ")}; restored: ${restored.same}`,
    ].join("\n"),
  );
}
