import { toComposer } from "../../../src/interop/write/composer/index.ts";
import type { Target } from "./target.ts";

export const composer: Target = {
  name: "composer",
  write: (plan, run, functions) => toComposer(plan, run, functions && { functions }),
  precision: 1e-12,
};
