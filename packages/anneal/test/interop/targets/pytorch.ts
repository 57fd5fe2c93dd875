import { toPyTorch } from "../../../src/interop/write/pytorch/index.ts";
import type { Target } from "./target.ts";

export const pytorch: Target = {
  name: "pytorch",
  write: (plan, run, functions) => toPyTorch(plan, run, functions && { functions }),
  precision: 1e-12,
};
