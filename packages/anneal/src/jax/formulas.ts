import type { Leaf } from "../piece.ts";
import type { Plan } from "../plan.ts";
import type { Formula } from "./formula.ts";
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

/** The kind has no leaf of its own: it compiles to levels, and to the leaves of the plans in it. */
type Placed = "no leaf";

/** One row for each kind of plan; the compiler asks for a row that is missing. */
const formulas: { readonly [K in Plan["kind"]]: Formula | Placed } = {
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

const byLeaf = new Map<unknown, Formula>(
  Object.values(formulas).flatMap((row) => (row === "no leaf" ? [] : [[row.leaf, row]])),
);

/** The formula of a leaf. */
export function formulaOf(leaf: Leaf): Formula {
  return byLeaf.get(leaf.constructor) as Formula;
}
