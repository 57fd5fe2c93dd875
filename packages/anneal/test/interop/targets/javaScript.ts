import { toJavaScript } from "../../../src/interop/index.ts";
import { runJavaScript } from "../run.ts";
import type { Target } from "./target.ts";

export const javaScript: Target = {
  name: "javaScript",
  write: (plan, run, functions) => toJavaScript(plan, run, functions && { functions }),
  precision: 1e-12,
  here: {
    ran: "Node's vm",
    values(code, _, steps) {
      const rate = runJavaScript(code);
      return Array.from({ length: steps }, (_, step) => rate(step));
    },
  },
};
