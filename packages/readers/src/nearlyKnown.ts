import type { Document } from "./document.ts";
import { shortName } from "./entry.ts";
import { frameworks } from "./frameworks.ts";
import { distance } from "./nearest.ts";
import { isDictionary, isList, type Place, type Value } from "./value.ts";

/** Which share of a name's letters may be wrong: less than what tells `Linear` from `LinearLR`. */
const MOST = 0.2;

/** How many names of a text are compared with all that are known, and how deep they may stand. */
const [MOST_NAMES, DEEPEST] = [500, 8] as const;

/** The keys under which configurations name a class. */
const NAMING = /^(?:type|name|class_name|_target_|scheduler|lr_?scheduler|sched)$/i;

/** A name of a text, and where it stands. */
interface Named {
  readonly written: string;
  readonly place: Place | undefined;
}

/** The name of a text that is most like one of a framework's, and that one; none where none is like any. */
export function nearlyKnown(
  documents: readonly Document[],
  from: string | undefined,
): (Named & { readonly name: string }) | undefined {
  const chosen = from === undefined ? frameworks : frameworks.filter(({ name }) => name === from);
  const known = [...new Set(chosen.flatMap(({ entries }) => Object.keys(entries).map(shortName)))];
  const seen = new Set(known);
  let best: (Named & { readonly name: string; readonly share: number }) | undefined;
  for (const one of documents.flatMap(namesIn)) {
    const { written } = one;
    if (seen.size > known.length + MOST_NAMES) break;
    if (written.length > 60 || seen.has(written)) continue;
    seen.add(written);
    for (const name of known) {
      if (Math.abs(name.length - written.length) > MOST * written.length) continue;
      const share = distance(written.toLowerCase(), name.toLowerCase()) / written.length;
      if (share <= MOST && share < (best?.share ?? 1)) best = { ...one, name, share };
    }
  }
  return best;
}

/** What a document calls, and what its data name as classes. */
function namesIn({ calls, data, place }: Document): readonly Named[] {
  // What the text defines itself is spelled as it means it.
  const others = calls.filter(({ name }) => !/^(?:__main__\.\w+|torch\.nn\..*)$/.test(name));
  const named: Named[] = others.map((call) => ({ written: shortName(call.name), place: call.place }));
  const path: (string | number)[] = [];
  const enter = (one: Value, key: string | number): void => {
    const names = typeof one === "string" && typeof key === "string" && NAMING.test(key);
    if (!names && (typeof one !== "object" || one === null)) return;
    path.push(key);
    if (names) named.push({ written: shortName(one), place: place([...path]) });
    else visit(one);
    path.pop();
  };
  const visit = (value: Value): void => {
    if (path.length > DEEPEST || named.length > calls.length + MOST_NAMES) return;
    if (isList(value) || isDictionary(value)) value.forEach(enter);
  };
  visit(data);
  return named;
}
