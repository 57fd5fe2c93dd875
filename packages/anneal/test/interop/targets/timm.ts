import { toTimm } from "../../../src/interop/write/timm/index.ts";
import type { Target } from "./target.ts";

export const timm: Target = {
  name: "timm",
  write: (plan, run, functions) => toTimm(plan, run, functions && { functions }),
  precision: 1e-12,
};
