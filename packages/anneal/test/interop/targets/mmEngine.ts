import { toMMEngine } from "../../../src/interop/write/mmEngine/index.ts";
import { toMMEnginePlateau } from "../../../src/interop/write/plateau/index.ts";
import type { Target } from "./target.ts";

export const mmEngine: Target = {
  name: "mmEngine",
  write: (plan, run, functions) => toMMEngine(plan, run, functions && { functions }),
  watch: toMMEnginePlateau,
  precision: 1e-12,
};
