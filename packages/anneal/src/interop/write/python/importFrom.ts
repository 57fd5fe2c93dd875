import { layStatement } from "../../print/doc.ts";
import { python } from "../../print/python.ts";

/** The line that imports names from a module of Python, each once and in order. */
export function importFrom(module: string, names: readonly string[]): string {
  const inside = [...new Set(names)].sort();
  const line = `from ${module} import ${inside.join(", ")}`;
  // A list of names that is broken has a comma at its end.
  const narrow = { ...python, width: 0 };
  return line.length <= python.width
    ? line
    : layStatement(`from ${module} import `, { open: "(", inside, close: ")" }, "", narrow, "");
}
