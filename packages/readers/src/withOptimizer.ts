import type { Entry } from "./entry.ts";
import { optimizerFacts } from "./optimizerFacts.ts";

/** An entry whose first argument is the optimizer, with the rates that it states. */
export function withOptimizer(entry: Entry): Entry {
  return {
    read(call, context) {
      const found = entry.read(call, context);
      if (!found) return undefined;
      const { run, ...facts } = optimizerFacts(call, context);
      return { ...found, ...facts, run: { ...run, ...found.run } };
    },
  };
}
