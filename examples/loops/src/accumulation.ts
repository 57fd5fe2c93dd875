/**
 * Gradient accumulation: several batches make one update.
 *
 * The pattern: a step of a schedule is an update of the optimizer, not a batch. Count the updates once, with `run`, and
 * call `step()` after each of them. The rates are then those of one large batch, whatever it is made of.
 */
import { cosine, format, run, Scheduler } from "anneal";

const SAMPLES = 100;
const BATCH = 8;
const ACCUMULATE = 4;
const EPOCHS = 3;

const facts = run({ samples: SAMPLES, batchSize: BATCH, accumulate: ACCUMULATE, epochs: EPOCHS });
console.log(facts.summary);

const optimizer = { paramGroups: [{ lr: 0.5 }] };
const scheduler = new Scheduler(optimizer, { lr: cosine({ from: "1x", to: "0.01x", over: "100%" }) }, facts);

/** Samples whose mean is 3: what the weight has to become. */
const samples = Array.from({ length: SAMPLES }, (_, i) => 3 + Math.sin(i) / 10);
let weight = 0;

for (let epoch = 0; epoch < EPOCHS; epoch++) {
  let gradient = 0;
  let batches = 0;
  for (let first = 0; first < SAMPLES; first += BATCH) {
    const batch = samples.slice(first, first + BATCH);
    gradient += batch.reduce((sum, sample) => sum + (weight - sample), 0) / batch.length;
    batches++;
    // The last update of an epoch takes what is there, as `run` counts it.
    if (batches < ACCUMULATE && first + BATCH < SAMPLES) continue;
    const rate = optimizer.paramGroups[0]?.lr ?? 0;
    console.log(`Update: ${scheduler.position} Batches: ${batches} Learning Rate: ${format(rate)}`);
    weight -= rate * (gradient / batches);
    scheduler.step();
    gradient = 0;
    batches = 0;
  }
}
console.log(`Updates: ${scheduler.position} of ${facts.steps} Weight: ${weight.toFixed(3)}`);
