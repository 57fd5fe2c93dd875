import { alternate, middle } from "../harness/alternate.ts";
import { bareLoop, EXAMPLE } from "../harness/example.ts";
import type { Measurement } from "../harness/row.ts";
import { nodeSide } from "../harness/side.ts";

/** The example, with its scheduler, checkpoints, log and progress, against a plain loop in TensorFlow.js. */
export const example: Measurement = {
  name: "example",
  async run({ runs, epochs }) {
    const sides = { whole: nodeSide("example/whole.ts", [EXAMPLE, String(epochs)]), bare: bareLoop(epochs) };
    const found = await alternate(sides, runs);
    return [
      {
        what: `the example, ${epochs} ${epochs === 1 ? "epoch" : "epochs"}`,
        unit: "s",
        anneal: middle(found.whole, "seconds"),
        against: { name: "bare TensorFlow.js loop", value: middle(found.bare, "seconds") },
        bar: 1.05,
      },
    ];
  },
};
