/** Any plan as code for MMEngine. */

export { toMMEngine } from "./toMMEngine.ts";
