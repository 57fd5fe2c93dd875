import type { Plan } from "anneal";
import { type Entry, entry } from "../entry.ts";
import { type InnerOptions, inner } from "../inner.ts";
import { dictionary } from "../parameter.ts";

/** What fastai calls hyperparameters that programs have other names for. */
const NAMES: Readonly<Record<string, string>> = { mom: "momentum", wd: "weight_decay" };

/** Annealers by hyperparameter. */
export function paramScheduler(entries: InnerOptions["entries"]): Entry {
  const one = inner({ entries });
  return entry({ scheds: dictionary }, ({ scheds }, { context, place }) => {
    const program = new Map<string, Plan>();
    for (const [name, value] of scheds) {
      const plan = one.read(value, { context, path: `ParamScheduler(scheds)[${name.slice(0, 30)}]`, place });
      const own = Object.hasOwn(NAMES, name) ? (NAMES[name] as string) : name;
      if (plan) program.set(own, plan);
    }
    if (program.size === scheds.size && program.has("lr")) {
      return { program: Object.fromEntries(program), unit: "update" };
    }
    if (!scheds.has("lr")) context.problem("ParamScheduler(scheds)", "a schedule of lr", "none", place);
    return undefined;
  });
}
