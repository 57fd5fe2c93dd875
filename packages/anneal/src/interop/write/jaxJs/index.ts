/** Any plan as code for jax-js. */

export { toJaxJs } from "./toJaxJs.ts";
