import { frozenList } from "../freeze.ts";
import type { CustomFunction, Kind } from "../kind.ts";
import { oneOf } from "../nearest.ts";
import type { Needs } from "../needs.ts";
import { finite, Leaf, piece } from "../piece.ts";

/** The plan that {@link custom} makes. */
export interface Custom {
  readonly kind: "custom";
  readonly name: string;
  readonly args?: readonly number[];
}

/**
 * A function by its name; a plan is data and never holds the function itself.
 *
 * Formula: `functions[name](t, args)`.
 *
 * - `name`: the function's name among the `functions` that are given when building, 1 to 32 characters.
 * - `args`: numbers that are handed to it. Default none.
 *
 * The function has to return a finite number from 0 for every t from 0, and the same one each time.
 *
 * @example
 * ```ts
 * import { constant, custom, product, schedule } from "anneal";
 * const functions = { halvings: (t: number, [every = 1]: readonly number[]) => 0.5 ** Math.floor(t / every) };
 * const plan = product(constant({ value: "1x" }), custom({ name: "halvings", args: [10] }));
 * const lr = schedule(plan, { base: 0.1 }, { functions });
 * [lr(0), lr(9), lr(20)]; // => [0.1, 0.1, 0.025]
 * ```
 *
 * Source: PyTorch 2.15 `LambdaLR`.
 */
export function custom(fields: { readonly name: string; readonly args?: readonly number[] }): Custom & Needs<never> {
  const args = fields?.args;
  return Object.freeze({ kind: "custom", ...fields, ...(args && { args: frozenList(args) }) });
}

/** The row of the kinds' table. */
export const customKind: Kind<Custom> = {
  fields: {
    name: { type: "text", from: 1, below: 33 },
    args: { type: "number", above: -1 / 0, list: true, default: undefined },
  },
  compile({ name, args = [] }, { functions, problem }) {
    const call = Object.hasOwn(functions, name) && functions[name];
    if (typeof call === "function") return [piece(0, 0, new CustomLeaf({ call, args }))];
    const known = Object.keys(functions).filter((one) => typeof functions[one] === "function");
    problem("name", known[0] ? `in options.functions ${oneOf(known, name)}` : "a function in options.functions", name);
    return [piece(0, 0)];
  },
};

export class CustomLeaf extends Leaf<{ readonly call: CustomFunction; readonly args: readonly number[] }> {
  at(t: number): number {
    const { call, args } = this.fields;
    return call(finite(t), args);
  }
}
