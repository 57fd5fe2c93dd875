import { alternate, middle } from "../harness/alternate.ts";
import type { Measurement, Row } from "../harness/row.ts";
import { nodeSide } from "../harness/side.ts";

/** One step of a Scheduler against a class written by hand. */
export const step: Measurement = {
  name: "step",
  async run({ runs: rounds }) {
    const rows: Row[] = [];
    for (const plan of ["article", "cosine"]) {
      const sides = { anneal: nodeSide("step/anneal.ts", [plan]), hand: nodeSide("step/handWritten.ts", [plan]) };
      const runs = await alternate(sides, rounds);
      rows.push({
        what: `Scheduler.step(), ${plan}`,
        unit: "ns",
        anneal: middle(runs.anneal, "nanoseconds"),
        against: { name: "class written by hand", value: middle(runs.hand, "nanoseconds") },
        bar: 3,
      });
    }
    return rows;
  },
};
