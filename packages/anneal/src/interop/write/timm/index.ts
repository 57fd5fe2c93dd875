/** Any plan as code for timm. */

export { toTimm } from "./toTimm.ts";
