import { type Document, lookUp } from "../document.ts";
import type { Section } from "../framework.ts";
import { dataOptions } from "../notations/dataOptions.ts";
import type { Options, Written } from "../options.ts";
import { isDictionary, Unknown, type Value } from "../value.ts";
import { readNamed } from "./readNamed.ts";

const GROUPS = ["optimizer", "groups"];
/** Where an option of a schedule comes from when the schedule has none of its own. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  lr: "optimization",
  max_update: "optimization",
  maximize_best_checkpoint_metric: "checkpoint",
};
const MOST_REFERENCES = 8;

/** Whether it is a configuration of fairseq: one that names a schedule as only fairseq does. */
export function isHydra(data: Value): boolean {
  return lookUp(data, "lr_scheduler", "_name") !== undefined || groupsOf(data).length > 0;
}

/** The schedules of a Hydra configuration: one, or with a composite optimizer one for each of its groups. */
export function hydraSections(document: Document): readonly Section[] {
  const groups = groupsOf(document.data);
  if (groups.length === 0) return [section(document, ["lr_scheduler"], undefined)];
  return groups.map((group) => section(document, [...GROUPS, group, "lr_scheduler"], [...GROUPS, group]));
}

/** The groups of a composite optimizer that have a schedule. */
function groupsOf(data: Value): readonly string[] {
  const groups = lookUp(data, ...GROUPS);
  const names = isDictionary(groups) ? [...groups.keys()] : [];
  return names.filter((group) => lookUp(data, ...GROUPS, group, "lr_scheduler", "_name") !== undefined);
}

function section(document: Document, path: readonly string[], group: readonly string[] | undefined): Section {
  const options = optionsAt(document, path, group);
  const place = document.place(path);
  const name = options("_name") ?? { value: "fixed", path: [...path, "_name"].join("."), place };
  return { name: path.join("."), place, read: (context) => readNamed(name, options, context) };
}

/** A schedule's options: its own, or its group's rate, or those of the run. */
function optionsAt(document: Document, path: readonly string[], group: readonly string[] | undefined): Options {
  const own = dataOptions(document, ...path);
  return (name) => {
    const elsewhere = Object.hasOwn(ELSEWHERE, name) ? ELSEWHERE[name] : undefined;
    const ofGroup = group && name === "lr" ? dataOptions(document, ...group) : undefined;
    const written =
      own(name) ??
      ofGroup?.("lr_float") ??
      ofGroup?.("lr") ??
      (elsewhere === undefined ? undefined : dataOptions(document, elsewhere)(name));
    return written && followed(written, document);
  };
}

/** OmegaConf's references, such as `${optimization.max_update}`. */
function followed(written: Written, { data }: Document): Written {
  let value: Value | undefined = written.value;
  for (let i = 0; i < MOST_REFERENCES && typeof value === "string"; i++) {
    const [, path]: readonly (string | undefined)[] = /^\$\{([\w.]+)\}$/.exec(value) ?? [];
    const found: Value | undefined = path === undefined ? undefined : lookUp(data, ...path.split("."));
    if (found === undefined) break;
    value = found;
  }
  // What is set elsewhere, as in the environment, is asked for.
  const unknown = typeof value === "string" && value.includes("${") ? new Unknown(value, written.place) : value;
  return { ...written, value: unknown };
}
