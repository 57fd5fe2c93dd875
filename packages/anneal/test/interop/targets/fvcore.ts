import type { Run } from "../../../src/index.ts";
import { toFvcore } from "../../../src/interop/write/fvcore/index.ts";
import type { Target } from "./target.ts";

export const fvcore: Target = {
  name: "fvcore",
  write: (plan, run, functions) => toFvcore(plan, run as Run & { readonly steps: number }, functions && { functions }),
  precision: 1e-12,
};
