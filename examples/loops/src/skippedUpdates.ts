/**
 * Skipped updates: in mixed precision a gradient may overflow, and the optimizer then leaves the weights as they are.
 *
 * The pattern: `step()` only after an update that was made. What the loop counts (batches) and what the schedule counts
 * (updates) are two numbers, and nothing is lost of the warm-up to updates that never happened.
 */
import { format, linear, Scheduler, sequence } from "anneal";

const LARGEST = 65_504; // of 16 bits

const optimizer = { paramGroups: [{ lr: 0.2 }] };
const plan = sequence(linear({ from: 0.02, to: "1x", over: 5 }), linear({ from: "1x", to: 0, over: 20 }));
const scheduler = new Scheduler(optimizer, { lr: plan });

let weight = 0;
let lossScale = 2 ** 17;

for (let batch = 0; batch < 30; batch++) {
  const rate = optimizer.paramGroups[0]?.lr ?? 0;
  const gradient = weight - 3;
  // The loss is scaled up so that no small gradient becomes 0; the scale is halved whenever a large one overflows.
  const overflows = Math.abs(gradient * lossScale) > LARGEST;
  const what = overflows ? "skipped" : `Learning Rate: ${format(rate)}`;
  console.log(`Batch: ${batch} Update: ${scheduler.position} ${what}`);
  if (overflows) {
    lossScale /= 2;
    continue;
  }
  weight -= rate * gradient;
  scheduler.step();
  if (batch % 8 === 7) lossScale *= 64;
}
console.log(`Updates: ${scheduler.position} Weight: ${weight.toFixed(3)}`);
