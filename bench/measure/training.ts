import { alternate, middle } from "../harness/alternate.ts";
import { bareLoop } from "../harness/example.ts";
import type { Measurement } from "../harness/row.ts";
import { nodeSide } from "../harness/side.ts";

/** Enough updates for the probe: 2,000. */
const EPOCHS = 8;

/** What a step costs inside training with TensorFlow.js, and whether one that changes nothing writes anything. */
export const training: Measurement = {
  name: "training",
  async run({ runs }) {
    const sides = { loop: bareLoop(EPOCHS, "training/probe.ts"), writes: nodeSide("training/writes.ts") };
    const found = await alternate(sides, runs);
    const step = middle(found.loop, "step");
    const setter = middle(found.loop, "setter");
    const update = middle(found.loop, "update");
    const unchanged = middle(found.writes, "unchanged");
    const what = "step() in training, a new rate at every update";
    return [
      { what, unit: "µs", anneal: step, against: { name: "optimizer.setLearningRate()", value: setter } },
      { what: "its share of an update of the example", unit: "%", anneal: (100 * step) / update, bar: 0.5 },
      { what: "writes of 1,000 step()s at one rate", unit: "writes", anneal: unchanged, bar: 0 },
    ];
  },
};
