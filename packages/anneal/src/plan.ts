import type { Kind } from "./kind.ts";
import { type Clamp, clampKind } from "./kinds/clamp.ts";
import { type Clock, clockKind } from "./kinds/clock.ts";
import { type Constant, constantKind } from "./kinds/constant.ts";
import { type Cosine, cosineKind } from "./kinds/cosine.ts";
import { type CosineWave, cosineWaveKind } from "./kinds/cosineWave.ts";
import { type Custom, customKind } from "./kinds/custom.ts";
import { type Exponential, exponentialKind } from "./kinds/exponential.ts";
import { type Geometric, geometricKind } from "./kinds/geometric.ts";
import { type Linear, linearKind } from "./kinds/linear.ts";
import { type Logarithmic, logarithmicKind } from "./kinds/logarithmic.ts";
import { type Piecewise, piecewiseKind } from "./kinds/piecewise.ts";
import { type Polynomial, polynomialKind } from "./kinds/polynomial.ts";
import { type PowerLaw, powerLawKind } from "./kinds/powerLaw.ts";
import { type Product, productKind } from "./kinds/product.ts";
import { type Repeat, repeatKind } from "./kinds/repeat.ts";
import { type Sequence, sequenceKind } from "./kinds/sequence.ts";
import { type Shift, shiftKind } from "./kinds/shift.ts";
import { type Sum, sumKind } from "./kinds/sum.ts";
import { type Tanh, tanhKind } from "./kinds/tanh.ts";

/** A schedule as plain data: a tagged tree of kinds, the same in code, in JSON and in a saved file. */
export type Plan =
  | Constant
  | Linear
  | Cosine
  | Polynomial
  | Geometric
  | Exponential
  | Piecewise
  | Clamp
  | Clock
  | CosineWave
  | Custom
  | Logarithmic
  | PowerLaw
  | Product
  | Repeat
  | Shift
  | Sum
  | Tanh
  | Sequence;

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
  clamp: clampKind,
  clock: clockKind,
  cosineWave: cosineWaveKind,
  custom: customKind,
  logarithmic: logarithmicKind,
  powerLaw: powerLawKind,
  product: productKind,
  repeat: repeatKind,
  shift: shiftKind,
  sum: sumKind,
  tanh: tanhKind,
  sequence: sequenceKind,
};
