import type { Document } from "../document.ts";
import type { Options } from "../options.ts";
import { isDictionary } from "../value.ts";

/** Which flags of a document were looked for. */
const looked: WeakMap<object, Set<string>> = new WeakMap();

/** What may lengthen, begin or end a schedule. */
const FACT =
  /warm-?_?up|anneal|(?:decay|cooldown|restart)[-_](?:steps|iters|epochs|ratio|fraction)|^--(?:lr|learning[-_]rate)[-_]/i;

/** The flags of a command that by their names have to do with its schedule and that no reader has looked for. */
export function unreadFlags({ data }: Document): readonly string[] {
  const known = isDictionary(data) ? looked.get(data) : undefined;
  if (!known || !isDictionary(data)) return [];
  return [...data.keys()].filter((flag) => flag.startsWith("--") && FACT.test(flag) && !known.has(flag));
}

/** Forgets which flags of a document were looked for. */
export function lookAgain({ data }: Document): void {
  if (isDictionary(data)) looked.set(data, new Set());
}

/**
 * The flags of a command as options: `warmup_updates` is `--warmup-updates` or `--warmup_updates`, and `--no-x` makes x
 * false. `older` are the names under which an option may stand too, such as `{ lr: ["learning-rate"] }`.
 */
export function flagOptions(document: Document, older: Readonly<Record<string, readonly string[]>> = {}): Options {
  const { data } = document;
  if (!isDictionary(data)) return () => undefined;
  return (option) => {
    const names = [option, ...((Object.hasOwn(older, option) && older[option]) || [])];
    for (const name of names.flatMap((one) => [one.replaceAll("_", "-"), one])) {
      for (const [path, set] of [
        [`--${name}`, true],
        [`--no-${name}`, false],
      ] as const) {
        looked.get(data)?.add(path);
        const value = data.get(path);
        if (value !== undefined) return { value: set ? value : false, path, place: document.place([path]) };
      }
    }
    return undefined;
  };
}
