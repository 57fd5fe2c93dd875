import { alternate, middle } from "../harness/alternate.ts";
import type { Measurement } from "../harness/row.ts";
import { nodeSide } from "../harness/side.ts";

/** A step of a Scheduler with 10,000 param groups, for each group, against one with a single group. */
export const groups: Measurement = {
  name: "groups",
  async run({ runs: rounds }) {
    const side = (count: number, bases: number) => nodeSide("groups/step.ts", [String(count), String(bases)]);
    const sides = { one: side(1, 1), few: side(10_000, 200), all: side(10_000, 10_000) };
    const runs = await alternate(sides, rounds);
    const row = (what: string, of: "few" | "all") => ({
      what: `step() per group, 10,000 groups, ${what}`,
      unit: "ns" as const,
      anneal: middle(runs[of], "nanoseconds"),
      against: { name: "with one group", value: middle(runs.one, "nanoseconds") },
    });
    return [{ ...row("200 different base rates", "few"), bar: 2 }, row("10,000 different base rates", "all")];
  },
};
