import { builtinModules } from "node:module";
import { target } from "../workspace.ts";
import { LIBRARY, PROGRAMS, type Row } from "./arrows.ts";
import { findCycle } from "./cycle.ts";
import { COMPUTED, type Import } from "./read.ts";

const LIBRARY_SOURCE = "packages/anneal/src/";

/** Why an import inside the library breaks the arrows, or undefined when it does not. */
export function brokenArrow(one: Import, rows: Readonly<Record<string, Row>> = LIBRARY): string | undefined {
  if (!one.specifier.startsWith(".")) return say(one, "the library imports nothing from outside");
  const to = target(one.file, one.specifier);
  if (!to.startsWith(LIBRARY_SOURCE)) return say(one, "leaves packages/anneal/src");
  const from = placeOf(one.file);
  const place = placeOf(to);
  const row = rows[from];
  if (!row) return say(one, `${from} has no row in the table of arrows`);
  if (from === place || row.values.includes(place)) return undefined;
  if (row.types?.includes(place))
    return one.typeOnly ? undefined : say(one, `${from} may import only types of ${place}`);
  return say(one, `${from} may not import ${place}`);
}

/** Why an import of a program (an example, the benchmarks, a tool) is not allowed, or undefined when it is. */
export function brokenEntry(
  one: Import,
  entries: readonly string[],
  declared: readonly string[],
  programs: Readonly<Record<string, readonly string[]>> = PROGRAMS,
): string | undefined {
  const home = Object.keys(programs).find((folder) => one.file.startsWith(`${folder}/`));
  const allowed = (home && programs[home]) || [];
  if (!home) return say(one, "this folder has no row in the table of programs");
  if (one.specifier === COMPUTED) return say(one, "only a path that is written out can be checked");
  if (one.specifier.startsWith(".")) {
    const to = target(one.file, one.specifier);
    const folders = [`${workspaceOf(one.file)}/`, ...allowed.filter((name) => name.endsWith("/"))];
    return folders.some((folder) => to.startsWith(folder)) ? undefined : say(one, `leaves ${folders.join(" and ")}`);
  }
  const name = packageOf(one.specifier);
  if (name.startsWith("node:") || builtinModules.includes(name)) return undefined;
  if (name === "anneal" && !entries.includes(one.specifier))
    return say(one, `published are only ${entries.join(", ")}`);
  const ours = name === "anneal" || name.startsWith("anneal-");
  if (ours && !allowed.includes(name)) return say(one, `${home} may import only ${allowed.join(", ")}`);
  return declared.includes(name) ? undefined : say(one, `${name} is not in this workspace's package.json`);
}

/** A cycle of files through imports of values, told as one line, or undefined. */
export function cycleOf(imports: readonly Import[]): string | undefined {
  const graph = new Map<string, string[]>();
  for (const { file, specifier, typeOnly } of imports) {
    if (typeOnly || !specifier.startsWith(".")) continue;
    graph.set(file, [...(graph.get(file) ?? []), target(file, specifier)]);
  }
  return findCycle(graph)?.join(" → ");
}

/** The workspace that a file belongs to: `packages/cli`, `examples/mnist`, `bench`. */
export function workspaceOf(file: string): string {
  const [top, second] = file.split("/");
  return top === "packages" || top === "examples" ? `${top}/${second}` : String(top);
}

function placeOf(file: string): string {
  return String(file.slice(LIBRARY_SOURCE.length).split("/")[0]).replace(/\.ts$/, "");
}

function packageOf(specifier: string): string {
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : String(parts[0]);
}

function say({ file, line, specifier }: Import, why: string): string {
  return `${file}:${line} imports "${specifier}": ${why}`;
}
