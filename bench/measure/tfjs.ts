import { alternate, middle } from "../harness/alternate.ts";
import type { Measurement } from "../harness/row.ts";
import { nodeSide } from "../harness/side.ts";

/** What each side does besides training, against what, and the most it may cost. */
const SIDES = {
  callback: { what: "update in fit with scheduleCallback", name: "fit with an empty callback", bar: 1.02 },
  groups: { what: "update with Adam in two scheduled groups", name: "plain Adam", bar: 1.1 },
} as const;

/** What the bindings of TensorFlow.js add to an update of a network of the example's size. */
export const tfjs: Measurement = {
  name: "tfjs",
  async run({ runs }) {
    const names = Object.keys(SIDES) as (keyof typeof SIDES)[];
    const sides = Object.fromEntries(names.map((name) => [name, nodeSide(`tfjs/${name}.ts`)]));
    const found = await alternate(sides, runs);
    return names.map((side) => {
      const { what, name, bar } = SIDES[side];
      const times = found[side] ?? {};
      return {
        what,
        unit: "µs",
        anneal: middle(times, "anneal"),
        against: { name, value: middle(times, "bare") },
        bar,
      };
    });
  },
};
