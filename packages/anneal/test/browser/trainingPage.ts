import "@tensorflow/tfjs-backend-cpu";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import "@tensorflow/tfjs-backend-webgl";
import * as tf from "@tensorflow/tfjs-core";
import { initializers, layers, type Sequential, sequential } from "@tensorflow/tfjs-layers";
import { linear, plateau, Scheduler, schedule, warmupCosine } from "anneal";
import { type FitCallback, findLearningRate, groups, layerwise, plateauCallback, scheduleCallback } from "anneal/tfjs";

setWasmPaths("/");

const SAMPLES = 64;
const EPOCHS = 4;
const BATCH = 8;
const PLAN = warmupCosine({ warmup: 8, over: 24 });
const LINE = linear({ from: "1x", to: 0, over: "rest" });

/** What a backend made of everything that changes a rate. */
export type Trained = Awaited<ReturnType<typeof train>>;

async function train(backend: string) {
  if (!(await tf.setBackend(backend))) throw new Error(`no backend ${backend}`);
  await tf.ready();
  // What the backend makes for itself when it is first used is no leak.
  await run((model) => fit(model, []));
  const tensors = tf.memory().numTensors;
  const planned = schedule(PLAN, { base: 0.1 });
  const controllers = plateau({ monitor: "loss", patience: 0, factor: 0.5, rtol: 0, atol: 100 });
  return {
    backend: tf.getBackend(),
    planned: Array.from({ length: EPOCHS }, (_, epoch) => planned(((epoch + 1) * SAMPLES) / BATCH - 1)),
    scheduled: await run((model) => fit(model, [scheduleCallback(PLAN, { model })])),
    plateaued: await run((model) =>
      fit(model, [plateauCallback({ model, monitor: "loss", patience: 1, factor: 0.5, minDelta: 100 })]),
    ),
    both: await run((model) => fit(model, [scheduleCallback({ plan: LINE, controllers }, { model })])),
    layerwise: await run((model) => {
      const optimizer = groups(layerwise(model, { decay: 0.5 }), tf.train.momentum(0.1, 0.9));
      model.compile({ optimizer, loss: "meanSquaredError" });
      return fit(model, [scheduleCallback(LINE, { model })]);
    }),
    twoGroups: twoGroups(),
    found: await run(async (model) => {
      const options = { updates: 30, from: 1e-4, seeds: [0, 1], batchSize: BATCH };
      const { restored, runs } = await findLearningRate(model, { xs, ys }, options);
      return { restored, updates: runs.map(({ losses }) => losses.length) };
    }),
    leaked: tf.memory().numTensors - tensors,
  };
}

let xs: tf.Tensor2D;
let ys: tf.Tensor2D;

/** Uses a small network that has something to learn, and disposes of all of it. */
async function run<R>(use: (model: Sequential) => Promise<R>): Promise<R> {
  const glorot = (seed: number) => initializers.glorotUniform({ seed });
  const model = sequential({
    layers: [
      layers.dense({ units: 8, inputShape: [2], activation: "relu", kernelInitializer: glorot(1) }),
      layers.dense({ units: 1, kernelInitializer: glorot(2) }),
    ],
  });
  const plain = tf.train.sgd(0.1);
  model.compile({ optimizer: plain, loss: "meanSquaredError" });
  xs = tf.tensor2d(Array.from({ length: SAMPLES }, (_, i) => [Math.sin(i), Math.cos(3 * i)]));
  ys = tf.tidy(() => tf.sum<tf.Tensor2D>(tf.mul(xs, [[2, -1]]), 1, true));
  try {
    return await use(model);
  } finally {
    if (model.optimizer !== plain) model.optimizer.dispose();
    plain.dispose();
    model.dispose();
    tf.dispose([xs, ys]);
  }
}

async function fit(model: Sequential, callbacks: FitCallback[]): Promise<Record<string, number[]>> {
  const { history } = await model.fit(xs, ys, { epochs: EPOCHS, batchSize: BATCH, verbose: 0, callbacks });
  return history as Record<string, number[]>;
}

/** Two updates of (3 slope + offset)², whose gradients are known, at rates of their own, of which one falls. */
function twoGroups(): { values: number[]; rates: number[] } {
  const first = [tf.scalar(1), tf.scalar(2)] as const;
  const slope = tf.variable(first[0]);
  const offset = tf.variable(first[1]);
  const list = [
    { variables: [slope], lr: 0.5, weightDecay: 0.5 },
    { variables: [offset], lr: "0.25x" as const },
  ];
  const optimizer = groups(list, tf.train.sgd(0.5));
  const scheduler = new Scheduler(optimizer, { lr: linear({ from: "1x", to: 0, over: 10 }) });
  const values: number[] = [];
  for (let update = 0; update < 2; update++) {
    optimizer.minimize(() => tf.square(tf.add(tf.mul(slope, 3), offset)));
    values.push(slope.dataSync()[0] as number, offset.dataSync()[0] as number);
    scheduler.step();
  }
  const rates = optimizer.paramGroups.map(({ lr }) => lr);
  optimizer.dispose();
  tf.dispose([slope, offset, ...first]);
  return { values, rates };
}

Object.assign(globalThis, { train });
