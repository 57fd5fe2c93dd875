/** Learning-rate schedules inside jax-js's `jit`. */

export type { TracedArray, TracedFunction, TracedNumpy } from "./numpy.ts";
export { type TracedOptions, traced } from "./traced.ts";
