import type { Functions } from "../kind.ts";
import { radam } from "./radam.ts";
import { timmNoise } from "./timmNoise.ts";

/**
 * The functions that the recipes of this library name: give them when building a plan of `noise` or `radamWarmup`.
 *
 * @example
 * ```ts
 * import { constant, format, functions, noise, schedule } from "anneal";
 * const plan = noise({ plan: constant({ value: 0.1 }), seed: 42 });
 * format(schedule(plan, {}, { functions })(0)); // => "0.133669036627"
 * ```
 */
export const functions: Functions = Object.freeze({ radam, timmNoise });
