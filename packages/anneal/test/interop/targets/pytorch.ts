import { toPyTorchPlateau } from "../../../src/interop/write/plateau/index.ts";
import { toPyTorch } from "../../../src/interop/write/pytorch/index.ts";
import type { Target } from "./target.ts";

export const pytorch: Target = {
  name: "pytorch",
  write: (plan, run, functions) => toPyTorch(plan, run, functions && { functions }),
  watch: toPyTorchPlateau,
  precision: 1e-12,
};
