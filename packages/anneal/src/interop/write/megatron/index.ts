/** Any plan as code for Megatron-LM. */

export { toMegatron } from "./toMegatron.ts";
