/** Any plan as code for fvcore. */

export { toFvcore } from "./toFvcore.ts";
