import { type Document, lookUp } from "../document.ts";
import type { Options, Written } from "../options.ts";
import { type Dictionary, isDictionary, isList, type Value } from "../value.ts";

const SETTING = /^SOLVER\.([A-Z_]+)$/;

/** Settings of `SOLVER` that others have, whose schedule is counted in epochs or goes by another name. */
const FOREIGN = ["LR_POLICY", "MAX_EPOCH", "MAX_EPOCHS", "EPOCHS", "SCHED", "NAME"];

/** Those of which a configuration of this family has at least one. */
const OWN = ["LR_SCHEDULER_NAME", "MAX_ITER", "BASE_LR", "STEPS", "WARMUP_ITERS", "WARMUP_FACTOR", "WARMUP_METHOD"];

/** The settings of `SOLVER` that a document has: in its block, or as names and values at the end of a command line. */
export function solverSettings({ notation, data, calls }: Document): Dictionary | undefined {
  const found =
    notation === "python" ? assigned(data, calls) : notation === "flags" ? overrides(data) : lookUp(data, "SOLVER");
  if (!isDictionary(found) || FOREIGN.some((name) => found.has(name))) return undefined;
  return OWN.some((name) => found.has(name)) ? found : undefined;
}

/** `cfg.SOLVER.BASE_LR = 0.0025`, in Python: what was assigned to the settings of one configuration. */
function assigned(data: Value, calls: Document["calls"]): Dictionary | undefined {
  // Others have a SOLVER as well.
  if (!isDictionary(data) || !calls.some(({ written }) => written.startsWith("detectron2."))) return undefined;
  const found = [...data].flatMap(([key, value]) => {
    const [, name] = /^\w+\.SOLVER\.([A-Z_]+)$/.exec(key) ?? [];
    return name === undefined ? [] : [[name, value] as const];
  });
  return found.length > 0 ? new Map(found) : undefined;
}

/** `SOLVER.BASE_LR 0.0025 SOLVER.STEPS "(1, 2)"`, wherever among the words; the last of a name counts. */
function overrides(data: Value): Dictionary | undefined {
  if (!isDictionary(data)) return undefined;
  const settings = new Map<string, Value>();
  for (const words of data.values()) {
    if (!isList(words)) continue;
    words.forEach((word, i) => {
      const [, name] = (typeof word === "string" && SETTING.exec(word)) || [];
      const value = words[i + 1];
      if (name !== undefined && value !== undefined) settings.set(name, value);
    });
  }
  return settings.size > 0 ? settings : undefined;
}

/** The settings as options, by their names in small letters; what the caller gave counts where the text has none. */
export function solverOptions(document: Document, given: (name: string) => Value | undefined): Options {
  const settings = solverSettings(document);
  return (option): Written | undefined => {
    const name = option.toUpperCase();
    const path = `SOLVER.${name}`;
    const value = settings?.get(name) ?? given(path);
    return value === undefined ? undefined : { value, path, place: document.place(["SOLVER", name]) };
  };
}
