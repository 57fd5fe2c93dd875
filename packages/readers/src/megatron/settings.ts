import type { Parameter } from "../parameter.ts";
import type { parameters } from "./parameters.ts";

/** The values of Megatron's options. */
export type Settings = {
  readonly [K in keyof typeof parameters]: (typeof parameters)[K] extends Parameter<infer T> ? T : never;
};
