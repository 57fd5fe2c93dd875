/** Any plan as code for optax. */

export { toOptax } from "./toOptax.ts";
