import { toPython } from "../../../src/interop/index.ts";
import type { Target } from "./target.ts";

export const python: Target = {
  name: "python",
  write: (plan, run, functions) => toPython(plan, run, functions && { functions }),
  precision: 1e-12,
};
