import { alternate, middle } from "../harness/alternate.ts";
import type { Measurement } from "../harness/row.ts";
import { nodeSide } from "../harness/side.ts";

/** Building a schedule of 100,000 milestones, once in a fresh process. */
export const construct: Measurement = {
  name: "construct",
  async run({ runs: rounds }) {
    const sides = {
      numbers: nodeSide("milestones/construct.ts", ["numbers"]),
      texts: nodeSide("milestones/construct.ts", ["texts"]),
    };
    const runs = await alternate(sides, rounds);
    const row = (kind: keyof typeof sides, bar: number) => ({
      what: `building 100,000 milestones from ${kind}`,
      unit: "ms" as const,
      anneal: middle(runs[kind], "milliseconds"),
      bar,
    });
    return [row("numbers", 150), row("texts", 300)];
  },
};
