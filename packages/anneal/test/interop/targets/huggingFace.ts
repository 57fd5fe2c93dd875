import { toHuggingFace } from "../../../src/interop/write/huggingFace/index.ts";
import type { Target } from "./target.ts";

export const huggingFace: Target = {
  name: "huggingFace",
  write: (plan, run, functions) => toHuggingFace(plan, run, functions && { functions }),
  precision: 1e-12,
};
