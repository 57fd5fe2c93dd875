import { toTimmPlateau } from "../../../src/interop/write/plateau/index.ts";
import { toTimm } from "../../../src/interop/write/timm/index.ts";
import type { Target } from "./target.ts";

export const timm: Target = {
  name: "timm",
  write: (plan, run, functions) => toTimm(plan, run, functions && { functions }),
  watch: toTimmPlateau,
  precision: 1e-12,
};
