import { type Document, lookUp } from "../document.ts";
import type { Section } from "../framework.ts";
import { isDictionary, isList } from "../value.ts";

/** The files that a configuration begins with, as it names them; none where it is all of itself. */
function baseFiles({ data }: Document): readonly string[] {
  const written = lookUp(data, "_base_");
  const all = isList(written) ? written : [written];
  return all.filter((one): one is string => typeof one === "string" && one.endsWith(".py"));
}

/** Whether what schedules is in the files of `_base_`, by OpenMMLab's convention: none of it, or all of it but some settings. */
export function schedulesInBase(document: Document): boolean {
  const { data } = document;
  if (baseFiles(document).length === 0 || !isDictionary(data) || data.has("param_scheduler")) return false;
  return lookUp(data, "lr_config", "policy") === undefined && data.get("lr_config") !== null;
}

/** What is asked for in place of the schedule. */
export function baseSection(document: Document): Section {
  const place = document.place(["_base_"]);
  return {
    name: "_base_",
    place,
    read(context) {
      const files = baseFiles(document);
      const all = files.length === 1 ? `the base config file ${files[0]}` : `the base config files ${files.join(", ")}`;
      context.need("_base_", `${all}: the schedule is there, and is read with this text after it`.slice(0, 300), place);
      return undefined;
    },
  };
}
