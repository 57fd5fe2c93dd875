import { toMMEngine } from "../../../src/interop/write/mmEngine/index.ts";
import type { Target } from "./target.ts";

export const mmEngine: Target = {
  name: "mmEngine",
  write: (plan, run, functions) => toMMEngine(plan, run, functions && { functions }),
  precision: 1e-12,
};
