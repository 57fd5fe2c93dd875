import { alternate, middle } from "../harness/alternate.ts";
import type { Measurement, Row } from "../harness/row.ts";
import { nodeSide } from "../harness/side.ts";

/** A million values at once against a loop written by hand, with `Float64Array.fill` where the rate stands still. */
export const fill: Measurement = {
  name: "fill",
  async run({ runs: rounds }) {
    const rows: Row[] = [];
    for (const plan of ["article", "cosine"]) {
      const sides = { anneal: nodeSide("fill/anneal.ts", [plan]), hand: nodeSide("fill/handWritten.ts", [plan]) };
      const runs = await alternate(sides, rounds);
      rows.push({
        what: `fill of 1e6 values, ${plan}`,
        unit: "ns/value",
        anneal: middle(runs.anneal, "nanoseconds"),
        against: { name: "loop written by hand", value: middle(runs.hand, "nanoseconds") },
        bar: 1.5,
      });
    }
    return rows;
  },
};
