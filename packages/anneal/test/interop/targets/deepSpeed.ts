import { toDeepSpeed } from "../../../src/interop/write/deepSpeed/index.ts";
import type { Target } from "./target.ts";

export const deepSpeed: Target = {
  name: "deepSpeed",
  write: (plan, run, functions) => toDeepSpeed(plan, run, functions && { functions }),
  precision: 1e-12,
};
