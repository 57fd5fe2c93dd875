import type { Kind } from "./kind.ts";
import { type Constant, constantKind } from "./kinds/constant.ts";
import { type Cosine, cosineKind } from "./kinds/cosine.ts";
import { type Exponential, exponentialKind } from "./kinds/exponential.ts";
import { type Geometric, geometricKind } from "./kinds/geometric.ts";
import { type Linear, linearKind } from "./kinds/linear.ts";
import { type Piecewise, piecewiseKind } from "./kinds/piecewise.ts";
import { type Polynomial, polynomialKind } from "./kinds/polynomial.ts";
import { type Sequence, sequenceKind } from "./kinds/sequence.ts";

/** A schedule as plain data: a tagged tree of kinds, the same in code, in JSON and in a saved file. */
export type Plan = Constant | Linear | Cosine | Polynomial | Geometric | Exponential | Piecewise | Sequence;

/** One row for each kind of plan; the compiler asks for a row that is missing. */
export type ByKind = { readonly [K in Plan["kind"]]: Kind<Extract<Plan, { readonly kind: K }>> };

/** The closed list of primitives. */
export const kinds: ByKind = {
  constant: constantKind,
  linear: linearKind,
  cosine: cosineKind,
  polynomial: polynomialKind,
  geometric: geometricKind,
  exponential: exponentialKind,
  piecewise: piecewiseKind,
  sequence: sequenceKind,
};
