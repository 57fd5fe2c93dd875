/** Any plan as code for Composer. */

export { toComposer } from "./toComposer.ts";
