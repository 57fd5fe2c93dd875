import { toMegatron } from "../../../src/interop/write/megatron/index.ts";
import type { Target } from "./target.ts";

export const megatron: Target = {
  name: "megatron",
  write: (plan, run, functions) => toMegatron(plan, run, functions && { functions }),
  precision: 1e-12,
};
