import { toHuggingFace } from "../../../src/interop/write/huggingFace/index.ts";
import { toHuggingFacePlateau } from "../../../src/interop/write/plateau/index.ts";
import type { Target } from "./target.ts";

export const huggingFace: Target = {
  name: "huggingFace",
  write: (plan, run, functions) => toHuggingFace(plan, run, functions && { functions }),
  watch: toHuggingFacePlateau,
  precision: 1e-12,
};
