/** Any plan as code for TensorFlow.js. */

export { toTensorFlowJs } from "./toTensorFlowJs.ts";
