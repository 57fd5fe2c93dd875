import { shortName } from "./entry.ts";
import type { Framework } from "./framework.ts";

/** A callable as a text names it. */
export interface Written {
  readonly name: string;
  /** Whether the name begins with what the text imports, so that it is all of the name. */
  readonly imported: boolean;
}

/**
 * The full name of the entry that a name means: its own, if there is one; else, where the text imports it from nothing
 * that says otherwise, the one that ends the same. Several frameworks have a `StepLR`: without an import it is the first's.
 *
 * - A name that the text itself defines, or a method of something in it, is no framework's.
 * - A name that is imported from a framework is one of that framework's.
 * - A name that is imported from anywhere else has to agree in its last two parts, such as `lr_scheduler.StepLR`.
 */
export function fullNameOf({ name, imported }: Written, frameworks: readonly Framework[]): string | undefined {
  if (frameworks.some(({ entries }) => Object.hasOwn(entries, name))) return name;
  const parts = name.split(".");
  const [root = ""] = parts;
  if (root === "__main__") return undefined;
  const home = frameworks.filter((framework) => indexOf(framework).roots.has(root));
  if (home.length > 0) return ending(shortName(name), home);
  const tail = parts.length > 1 ? ending(parts.slice(-2).join("."), frameworks) : undefined;
  return tail ?? (imported ? undefined : ending(shortName(name), frameworks));
}

/** The first full name that ends with whole parts. */
function ending(tail: string, frameworks: readonly Framework[]): string | undefined {
  for (const framework of frameworks) {
    const all = indexOf(framework).ends.get(shortName(tail));
    const full = all?.find((one) => one === tail || one.endsWith(`.${tail}`));
    if (full !== undefined) return full;
  }
  return undefined;
}

interface Index {
  /** The packages that a framework is imported from. */
  readonly roots: ReadonlySet<string>;
  /** Its full names by their last parts. */
  readonly ends: ReadonlyMap<string, readonly string[]>;
}

const indexes: WeakMap<Framework, Index> = new WeakMap();

function indexOf(framework: Framework): Index {
  const known = indexes.get(framework);
  if (known) return known;
  const ends = new Map<string, string[]>();
  const names = Object.keys(framework.entries);
  for (const full of names) {
    const own = ends.get(shortName(full));
    if (own) own.push(full);
    else ends.set(shortName(full), [full]);
  }
  const index = { roots: new Set(names.map((full) => full.slice(0, full.indexOf(".")))), ends };
  indexes.set(framework, index);
  return index;
}
