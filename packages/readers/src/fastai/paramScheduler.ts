import type { Plan } from "anneal";
import { type Entry, entry } from "../entry.ts";
import { hyperparameter } from "../hyperparameter.ts";
import { type InnerOptions, inner } from "../inner.ts";
import { dictionary } from "../parameter.ts";

/** What fastai calls hyperparameters that programs have other names for. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ["mom", "momentum"],
  ["wd", "weightDecay"],
]);

/** Annealers by hyperparameter. */
export function paramScheduler(entries: InnerOptions["entries"]): Entry {
  const one = inner({ entries });
  return entry({ scheds: dictionary }, ({ scheds }, { context, place }) => {
    const program = new Map<string, Plan>();
    for (const [name, value] of scheds) {
      const plan = one.read(value, { context, path: `ParamScheduler(scheds)[${name.slice(0, 30)}]`, place });
      if (plan) program.set(NAMES.get(name) ?? hyperparameter(name), plan);
    }
    if (program.size === scheds.size && program.has("lr")) {
      return { program: Object.fromEntries(program), unit: "update" };
    }
    if (!scheds.has("lr")) context.problem("ParamScheduler(scheds)", "a schedule of lr", "none", place);
    return undefined;
  });
}
