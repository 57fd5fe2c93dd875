import type { Functions } from "../kind.ts";
import { mapValues } from "../mapValues.ts";
import type { Share } from "./share.ts";

/**
 * A share whose plan names functions. While the plan is being built, a sequence asks each part for its value at its
 * end, where a function need not be defined: what it refuses counts as 0 then.
 */
export function withFunctions(share: Share, calls: Functions): Share {
  let isBuilt = false;
  const functions = mapValues(calls, (call) => (t: number, args: readonly number[]): number => {
    if (isBuilt) return call(t, args);
    try {
      return t < 1 / 0 ? call(t, args) : 0;
    } catch {
      return 0;
    }
  });
  return {
    ...share,
    calls,
    functions() {
      isBuilt = false;
      return functions;
    },
    move(...to) {
      isBuilt = true;
      return share.move?.(...to);
    },
  };
}
