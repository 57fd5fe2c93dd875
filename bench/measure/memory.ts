import { alternate, middle } from "../harness/alternate.ts";
import { ROOMY } from "../harness/bytesPerCall.ts";
import type { Measurement, Row } from "../harness/row.ts";
import { nodeSide } from "../harness/side.ts";

/** Bytes that one call allocates. */
export const memory: Measurement = {
  name: "memory",
  async run({ runs: rounds }) {
    const sides = {
      "schedule(t), article": { side: nodeSide("memory/schedule.ts", ["article"], ROOMY), bar: 0 },
      "schedule(t), cosine": { side: nodeSide("memory/schedule.ts", ["cosine"], ROOMY), bar: 0 },
      "step(), per rate written, 1 group": { side: nodeSide("memory/step.ts", ["1"], ROOMY), bar: 16 },
      "step(), per rate written, 8 groups": { side: nodeSide("memory/step.ts", ["8"], ROOMY), bar: 16 },
    };
    const rows: Row[] = [];
    for (const [what, { side, bar }] of Object.entries(sides)) {
      const { only } = await alternate({ only: side }, rounds);
      rows.push({ what: `bytes of ${what}`, unit: "B", anneal: middle(only, "bytes"), bar });
    }
    return rows;
  },
};
