import { alternate, middle } from "../harness/alternate.ts";
import type { Measurement, Row } from "../harness/row.ts";
import { nodeSide } from "../harness/side.ts";

/** One read with 100,000 milestones against one with 3, step by step and at random. */
export const milestones: Measurement = {
  name: "milestones",
  async run({ runs: rounds }) {
    const rows: Row[] = [];
    for (const [order, bar] of [
      ["forward", 3],
      ["random", 15],
    ] as const) {
      const sides = {
        many: nodeSide("milestones/read.ts", ["100000", order]),
        few: nodeSide("milestones/read.ts", ["3", order]),
      };
      const runs = await alternate(sides, rounds);
      rows.push({
        what: `schedule(t), 100,000 milestones, ${order}`,
        unit: "ns",
        anneal: middle(runs.many, "nanoseconds"),
        against: { name: "3 milestones", value: middle(runs.few, "nanoseconds") },
        bar,
      });
    }
    return rows;
  },
};
