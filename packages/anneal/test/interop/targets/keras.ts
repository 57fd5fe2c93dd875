import { toKeras } from "../../../src/interop/write/keras/index.ts";
import { toKerasPlateau } from "../../../src/interop/write/plateau/index.ts";
import type { Target } from "./target.ts";

export const keras: Target = {
  name: "keras",
  write: (plan, run, functions) => toKeras(plan, run, functions && { functions }),
  watch: toKerasPlateau,
  precision: 1e-6,
};
