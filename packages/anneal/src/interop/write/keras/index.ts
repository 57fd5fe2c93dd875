/** Any plan as code for Keras. */

export { toKeras } from "./toKeras.ts";
