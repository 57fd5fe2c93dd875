import { CombinedLeaf } from "../kinds/combine.ts";
import type { Leaf } from "../piece.ts";
import type { Plan } from "../plan.ts";
import { clock } from "./formulas/clock.ts";
import { combine } from "./formulas/combine.ts";
import { cosine } from "./formulas/cosine.ts";
import { cosineWave } from "./formulas/cosineWave.ts";
import { custom } from "./formulas/custom.ts";
import { exponential } from "./formulas/exponential.ts";
import { geometric } from "./formulas/geometric.ts";
import { linear } from "./formulas/linear.ts";
import { logarithmic } from "./formulas/logarithmic.ts";
import { polynomial } from "./formulas/polynomial.ts";
import { powerLaw } from "./formulas/powerLaw.ts";
import { repeat } from "./formulas/repeat.ts";
import { tanh } from "./formulas/tanh.ts";
import type { Writer } from "./writer.ts";

/** The kind has no leaf of its own: it compiles to levels, and to the leaves of the plans in it. */
type Placed = "no leaf";

/** One row for each kind of plan; the compiler asks for a row that is missing. */
const formulas: { readonly [K in Plan["kind"]]: Writer | Placed } = {
  constant: "no leaf",
  linear,
  cosine,
  polynomial,
  geometric,
  exponential,
  piecewise: "no leaf",
  clamp: combine,
  clock,
  cosineWave,
  custom,
  logarithmic,
  powerLaw,
  product: combine,
  repeat,
  shift: "no leaf",
  sum: combine,
  tanh,
  sequence: "no leaf",
};

const writers: readonly Writer[] = Object.values(formulas).filter((row) => row !== "no leaf");

/** How a leaf is written. */
export function writerOf(leaf: Leaf): Writer {
  return writers.find((one) => leaf instanceof one.leaf) as Writer;
}

/** The kind of plan that a leaf is of. */
export function kindOf(leaf: Leaf): string {
  if (leaf instanceof CombinedLeaf) return leaf.fields.operation;
  const rows = Object.entries(formulas);
  return rows.find(([, row]) => row !== "no leaf" && leaf instanceof row.leaf)?.[0] as string;
}
