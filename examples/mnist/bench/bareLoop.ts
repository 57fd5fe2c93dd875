import { parseArgs } from "node:util";
import { losses, type Scalar, type Tensor2D, tensor2d, tidy, train } from "@tensorflow/tfjs-core";
import { startBackend } from "../src/backend.ts";
import { loadDigits } from "../src/data/digits.ts";
import { createModel, parameters } from "../src/model.ts";
import { seededRandom, shuffledOrder } from "../src/random.ts";
import { TestSet } from "../src/testSet.ts";

/*
 * The yardstick of the example: the same digits, network, faster matrix product and SGD in a loop written straight down
 * to TensorFlow.js, without scheduler, checkpoints, log, signals and progress. Like the example it shuffles, adds up the
 * loss and tests after each epoch.
 *
 *   node --import tsx examples/mnist/bench/bareLoop.ts --epochs 10
 */
const { values } = parseArgs({ options: { epochs: { type: "string", default: "10" } } });
const epochs = Number(values.epochs);
const batchSize = 32;

const data = loadDigits();
await startBackend();
const { count, labels } = data.train;
const images = Float32Array.from(data.train.images, (byte) => byte / 255);
const model = createModel({ inputs: data.pixels, hidden: [128, 64], outputs: data.classes }, 0);
const weights = parameters(model);
const optimizer = train.sgd(0.01);
const testSet = new TestSet(data);
const random = seededRandom(0);
const steps = Math.floor(count / batchSize);
const x = new Float32Array(batchSize * data.pixels);
const y = new Float32Array(batchSize * data.classes);

const start = performance.now();
let loss = 0;
let accuracy = 0;
for (let epoch = 0; epoch < epochs; epoch++) {
  const order = shuffledOrder(random, count);
  loss = 0;
  for (let step = 0; step < steps; step++) {
    y.fill(0);
    for (let row = 0; row < batchSize; row++) {
      const source = order[step * batchSize + row] as number;
      x.set(images.subarray(source * data.pixels, (source + 1) * data.pixels), row * data.pixels);
      y[row * data.classes + (labels[source] as number)] = 1;
    }
    loss += tidy(() => {
      const xs = tensor2d(x, [batchSize, data.pixels]);
      const ys = tensor2d(y, [batchSize, data.classes]);
      const cost = () => losses.softmaxCrossEntropy(ys, model.apply(xs, { training: true }) as Tensor2D) as Scalar;
      return (optimizer.minimize(cost, true, weights) as Scalar).dataSync()[0] as number;
    });
  }
  accuracy = testSet.accuracy(model);
}
const seconds = (performance.now() - start) / 1000;

console.log(
  JSON.stringify({ epochs, stepsPerSecond: (epochs * steps) / seconds, seconds, loss: loss / steps, accuracy }),
);
