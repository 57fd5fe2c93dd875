import { Problems } from "./error.ts";
import { checkFields, type Fields, join } from "./field.ts";
import type { Kind } from "./kind.ts";
import { type Constant, constantKind } from "./kinds/constant.ts";
import { type Cosine, cosineKind } from "./kinds/cosine.ts";
import { type Exponential, exponentialKind } from "./kinds/exponential.ts";
import { type Geometric, geometricKind } from "./kinds/geometric.ts";
import { type Linear, linearKind } from "./kinds/linear.ts";
import { type Piecewise, piecewiseKind } from "./kinds/piecewise.ts";
import { type Polynomial, polynomialKind } from "./kinds/polynomial.ts";
import { partFields, type Sequence, sequenceKind } from "./kinds/sequence.ts";
import { nearest } from "./nearest.ts";

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

/** The version of the saved form. */
export const VERSION = 1;

const DEEPEST = 64;
const MOST_PLANS = 10_000;
const MOST_ENTRIES = 200_000;

/**
 * Reads a plan from untrusted data, such as parsed JSON: every problem at once, or a deeply frozen plan.
 *
 * - `value`: the saved form; its root may have `version: 1`. At most 64 plans deep, 10,000 plans, 100,000 entries in a
 *   list and 200,000 in all, 32 characters in a text.
 *
 * Throws a PlanError that lists each problem with its path.
 *
 * @example
 * ```ts
 * import { parsePlan } from "anneal";
 * parsePlan(JSON.parse('{"version":1,"kind":"constant","value":"1x"}')); // => { kind: "constant", value: "1x" }
 * parsePlan({ kind: "linaer", from: 0, to: "1x", over: 5 }); // => throws PlanError: did you mean "linear"?
 * ```
 */
export function parsePlan(value: unknown): Plan {
  const problems = new Problems();
  const plan = checkPlan(value, "", problems);
  problems.throwIfAny();
  return plan;
}

/** The saved form of a plan. */
export function savePlan(plan: Plan): Plan & { readonly version: typeof VERSION } {
  return { version: VERSION, ...plan };
}

/** Checks a whole plan; what it returns is a deeply frozen plan when it reported no problem. */
export function checkPlan(value: unknown, path: string, problems: Problems): Plan {
  let root = value;
  if (typeof value === "object" && value !== null && Object.hasOwn(value, "version")) {
    const { version, ...plan } = value as { readonly version: unknown };
    if (version !== VERSION) problems.add(join(path, "version"), `${VERSION}, the version this library reads`, version);
    root = plan;
  }
  return new PlanCheck(problems).node(root, path, 1);
}

/** One walk over a tree of plans, with what it has counted so far. */
class PlanCheck {
  #plans = 0;
  #entries = 0;
  readonly #problems: Problems;

  constructor(problems: Problems) {
    this.#problems = problems;
  }

  node(value: unknown, path: string, depth: number): Plan {
    const kind = typeof value === "object" && value !== null && Object.hasOwn(value, "kind") && (value as Plan).kind;
    const limit = this.#exceeded(depth);
    if (limit) this.#problems.add(path, limit, value);
    else if (kind === false) this.#problems.add(path, 'a plan, such as { kind: "constant", value: 0.01 }', value);
    else if (typeof kind !== "string" || !Object.hasOwn(kinds, kind)) this.#unknown(kind, join(path, "kind"));
    else {
      const fields = { kind: { type: "choice", of: [kind] } as const, ...kinds[kind].fields };
      const copy = checkFields<Plan>(fields as Fields<Plan>, value, path, this.#problems, (type, child, at) => {
        return type === "part" ? this.#part(child, at, depth + 1) : this.node(child, at, depth + 1);
      });
      for (const list of Object.values(copy)) if (Array.isArray(list)) this.#entries += list.length;
      return copy;
    }
    return value as Plan;
  }

  #part(value: unknown, path: string, depth: number): unknown {
    const placed = typeof value === "object" && value !== null && Object.hasOwn(value, "plan");
    if (!placed) return this.node(value, path, depth);
    return checkFields(partFields, value, path, this.#problems, (_, child, at) => this.node(child, at, depth));
  }

  #unknown(kind: unknown, path: string): void {
    const known = Object.keys(kinds);
    const close = typeof kind === "string" && nearest(kind, known);
    this.#problems.add(path, close ? `a known kind (did you mean "${close}"?)` : `one of ${known.join(", ")}`, kind);
  }

  #exceeded(depth: number): string | false {
    if (depth > DEEPEST) return `plans at most ${DEEPEST} deep`;
    if (++this.#plans > MOST_PLANS) return `at most ${MOST_PLANS} plans`;
    return this.#entries > MOST_ENTRIES && `at most ${MOST_ENTRIES} list entries in all`;
  }
}
