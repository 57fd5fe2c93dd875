import { alternate, middle } from "../harness/alternate.ts";
import type { Measurement, Row } from "../harness/row.ts";
import { nodeSide } from "../harness/side.ts";

/** One read of a schedule against closures written by hand. */
export const at: Measurement = {
  name: "at",
  async run({ runs: rounds }) {
    const rows: Row[] = [];
    for (const plan of ["article", "cosine"]) {
      const sides = {
        anneal: nodeSide("at/anneal.ts", [plan]),
        closure: nodeSide("at/closure.ts", [plan]),
        literals: nodeSide("at/literals.ts", [plan]),
      };
      const runs = await alternate(sides, rounds);
      const row = (side: keyof typeof sides, name: string) => ({
        what: `schedule(t), ${plan}`,
        unit: "ns" as const,
        anneal: middle(runs.anneal, "nanoseconds"),
        against: { name, value: middle(runs[side], "nanoseconds") },
      });
      rows.push({ ...row("closure", "closure over an options object"), bar: 3 });
      rows.push(row("literals", "closure with literals"));
    }
    return rows;
  },
};
