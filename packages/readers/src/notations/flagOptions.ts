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

/** The older names of options, by their newer ones. */
type Older = Readonly<Record<string, readonly string[]>>;

/** A flag that gives an option, and whether it gives it what is written or makes it false. */
interface Flag {
  readonly path: string;
  readonly key: readonly [string];
  readonly sets: boolean;
}

/** The flags of each option: a script may have ten thousand commands, each of which is asked for the same ones. */
const known: WeakMap<Older, Map<string, readonly Flag[]>> = new WeakMap();

const NONE: Older = {};

function flagsOf(option: string, older: Older): readonly Flag[] {
  const all = known.get(older) ?? new Map<string, readonly Flag[]>();
  known.set(older, all);
  let own = all.get(option);
  if (!own) {
    const names = [option, ...((Object.hasOwn(older, option) && older[option]) || [])];
    own = names
      .flatMap((name) => [name.replaceAll("_", "-"), name])
      .flatMap((name) => [flag(`--${name}`, true), flag(`--no-${name}`, false)]);
    all.set(option, own);
  }
  return own;
}

function flag(path: string, sets: boolean): Flag {
  return { path, key: [path], sets };
}

/**
 * The flags of a command as options: `warmup_updates` is `--warmup-updates` or `--warmup_updates`, and `--no-x` makes x
 * false. `older` are the names under which an option may stand too, such as `{ lr: ["learning-rate"] }`: the same object
 * for every command.
 */
export function flagOptions(document: Document, older: Older = NONE): Options {
  const { data } = document;
  if (!isDictionary(data)) return () => undefined;
  return (option) => {
    const seen = looked.get(data);
    for (const { path, key, sets } of flagsOf(option, older)) {
      seen?.add(path);
      const value = data.get(path);
      if (value !== undefined) return { value: sets ? value : false, path, place: document.place(key) };
    }
    return undefined;
  };
}
