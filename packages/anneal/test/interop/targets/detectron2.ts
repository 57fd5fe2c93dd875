import type { Run } from "../../../src/index.ts";
import { toDetectron2 } from "../../../src/interop/write/detectron2/index.ts";
import type { Target } from "./target.ts";

export const detectron2: Target = {
  name: "detectron2",
  write: (plan, run, functions) =>
    toDetectron2(plan, run as Run & { readonly steps: number }, functions && { functions }),
  precision: 1e-12,
};
