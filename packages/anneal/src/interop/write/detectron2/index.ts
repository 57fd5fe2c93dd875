/** Any plan as code for detectron2. */

export { toDetectron2 } from "./toDetectron2.ts";
