import type { Place } from "../value.ts";

const KEY = /(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+)/g;
const HEADER = /^\s*(\[\[?)\s*((?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w.\s-])+)\]/;
const ENTRY = /^(\s*)((?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+))*)\s*=/;

/** Where keys stand in a TOML text that is known to be good; keys inside of a table in one line are found with it. */
export function tomlPlaces(text: string): (path: readonly (string | number)[]) => Place | undefined {
  const places = new Map<string, Place>();
  let table: readonly string[] = [];
  text.split("\n").forEach((line, i) => {
    const header = HEADER.exec(line);
    const entry = ENTRY.exec(line);
    if (header) {
      table = keysOf(header[2] ?? "");
      note(places, table, { line: i + 1, column: line.indexOf("[") + 1 });
    } else if (entry) {
      note(places, [...table, ...keysOf(entry[2] ?? "")], { line: i + 1, column: (entry[1]?.length ?? 0) + 1 });
    }
  });
  return (path) => {
    const keys = path.filter((key) => typeof key === "string");
    for (let length = keys.length; length > 0; length--) {
      const place = places.get(JSON.stringify(keys.slice(0, length)));
      if (place) return place;
    }
    return undefined;
  };
}

function keysOf(dotted: string): readonly string[] {
  return (dotted.match(KEY) ?? []).map((key) => key.replace(/^(["'])(.*)\1$/, "$2"));
}

/** The first place of a key is its own; a later one is of another table of a list. */
function note(places: Map<string, Place>, path: readonly string[], place: Place): void {
  const key = JSON.stringify(path);
  if (!places.has(key)) places.set(key, place);
}
