import type { Plan } from "anneal";
import { alternate, middle } from "../harness/alternate.ts";
import type { Measurement, Row } from "../harness/row.ts";
import { nodeSide } from "../harness/side.ts";

const KINDS: Readonly<Record<Plan["kind"], true>> = {
  constant: true,
  linear: true,
  cosine: true,
  cosineWave: true,
  polynomial: true,
  geometric: true,
  tanh: true,
  logarithmic: true,
  exponential: true,
  powerLaw: true,
  piecewise: true,
  sequence: true,
  repeat: true,
  product: true,
  sum: true,
  clamp: true,
  shift: true,
  clock: true,
  custom: true,
};

/** One value of every kind, alone and in a `fill` of a million, against the same formula written by hand. */
export const kinds: Measurement = {
  name: "kinds",
  async run({ runs: rounds }) {
    const rows: Row[] = [];
    for (const kind of Object.keys(KINDS)) {
      const sides = { anneal: nodeSide("kinds/anneal.ts", [kind]), hand: nodeSide("kinds/handWritten.ts", [kind]) };
      const runs = await alternate(sides, rounds);
      const row = (figure: string, what: string, name: string, bar: number): Row => ({
        what: `${what}, ${kind}`,
        unit: "ns/value",
        anneal: middle(runs.anneal, figure),
        against: { name, value: middle(runs.hand, figure) },
        bar,
      });
      rows.push(row("read", "schedule(t)", "closure over an options object", 3));
      rows.push(row("fill", "fill of 1e6 values", "loop written by hand", 1.5));
    }
    return rows;
  },
};
