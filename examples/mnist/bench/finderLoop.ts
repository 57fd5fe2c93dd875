import { parseArgs } from "node:util";
import { findLearningRate, type TfjsBatch } from "anneal/tfjs";
import { startBackend } from "../src/backend.ts";
import { loadDigits } from "../src/data/digits.ts";
import type { OptimizerName } from "../src/optimizerNames.ts";
import { compiledModel, type LabelledBatch, someBatches } from "./finderModel.ts";

/*
 * What a search for the learning rate of the example's network costs beside as many bare updates with the same batches,
 * by turns in one process, in seconds of processor time: a search is too short for the clock of a busy machine. No loss
 * is four times the best at these rates, so that the search does not stop early.
 *
 *   node --import tsx examples/mnist/bench/finderLoop.ts --optimizer adam
 */
const { values } = parseArgs({ options: { optimizer: { type: "string", default: "sgd" } } });
const SEEDS = [1, 2, 3];
const UPDATES = 100;
const TURNS = 15;

const data = loadDigits();
await startBackend();
const model = compiledModel(data, values.optimizer as OptimizerName, 1e-4);

async function bare(batchesOf: (seed: number) => readonly LabelledBatch[]): Promise<void> {
  for (const seed of SEEDS) {
    for (const { xs, ys } of batchesOf(seed)) {
      await model.trainOnBatch(xs, ys);
      xs.dispose();
      ys.dispose();
    }
  }
}

async function search(batchesOf: (seed: number) => readonly TfjsBatch[]): Promise<void> {
  const { runs, restored } = await findLearningRate(model, batchesOf, { from: 1e-6, to: 1e-3, seeds: SEEDS });
  if (!restored.same || runs.some(({ losses }) => losses.length < UPDATES)) throw new Error("not what is to be timed");
}

const seconds = { bare: [] as number[], search: [] as number[] };
for (let turn = 0; turn < TURNS; turn++) {
  for (const [name, train] of [["bare", bare] as const, ["search", search] as const]) {
    const lists = new Map(SEEDS.map((seed) => [seed, [...someBatches(data, UPDATES, seed)]]));
    const before = process.cpuUsage();
    await train((seed) => lists.get(seed) ?? []);
    const { user, system } = process.cpuUsage(before);
    seconds[name].push((user + system) / 1e6);
  }
}
// The first turns compile what the later ones run.
const middle = (turns: readonly number[]) => turns.slice(2).sort((a, b) => a - b)[(TURNS - 3) / 2] ?? Number.NaN;
console.log(JSON.stringify({ bare: middle(seconds.bare), search: middle(seconds.search) }));
