/** Any plan as code for DeepSpeed. */

export { toDeepSpeed } from "./toDeepSpeed.ts";
