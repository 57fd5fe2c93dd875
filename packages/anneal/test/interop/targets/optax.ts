import { toOptax } from "../../../src/interop/write/optax/index.ts";
import type { Target } from "./target.ts";

export const optax: Target = {
  name: "optax",
  write: (plan, run, functions) => toOptax(plan, run, functions && { functions }),
  precision: 1e-12,
};
