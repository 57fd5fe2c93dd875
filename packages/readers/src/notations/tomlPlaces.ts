import type { Place } from "../value.ts";

const KEY = /(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+)/g;
const HEADER = /^\s*(\[\[?)\s*((?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w.\s-])+)\]/;
const ENTRY = /^(\s*)((?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+))*)\s*=/;

/** Where keys stand in a TOML text that is known to be good; keys inside of a table in one line are found with it. */
export function tomlPlaces(text: string): (path: readonly (string | number)[]) => Place | undefined {
  const places = new Map<string, Place>();
  let table = "";
  text.split("\n").forEach((line, i) => {
    const header = HEADER.exec(line);
    const entry = ENTRY.exec(line);
    if (header) {
      table = keyOf(keysOf(header[2] ?? ""));
      note(places, table, { line: i + 1, column: line.indexOf("[") + 1 });
    } else if (entry) {
      const key = table + keyOf(keysOf(entry[2] ?? ""));
      note(places, key, { line: i + 1, column: (entry[1]?.length ?? 0) + 1 });
    }
  });
  return (path) => {
    const keys = path.filter((key) => typeof key === "string");
    for (let length = keys.length; length > 0; length--) {
      const place = places.get(keyOf(keys.slice(0, length)));
      if (place) return place;
    }
    return undefined;
  };
}

function keysOf(dotted: string): readonly string[] {
  const keys = dotted.match(KEY) ?? [];
  return /["']/.test(dotted) ? keys.map((key) => key.replace(/^(["'])(.*)\1$/, "$2")) : keys;
}

/** Keys as one: no key has the end of a line in it. */
function keyOf(keys: readonly string[]): string {
  return `${keys.join("\n")}\n`;
}

/** The first place of a key is its own; a later one is of another table of a list. */
function note(places: Map<string, Place>, key: string, place: Place): void {
  if (!places.has(key)) places.set(key, place);
}
