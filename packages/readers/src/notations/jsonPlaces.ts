import { isDictionary, type Value } from "../value.ts";
import { entryOf } from "./places.ts";

type Key = string | number;

/** An entry of a list or a dictionary: which of the text's values it is, and the value that it has. */
interface Entry {
  readonly at: number;
  readonly value: Value | undefined;
}

/**
 * Where the entries of a JSON text stand: by two numbers of each value, in their order, and looked up among those when
 * they are asked for.
 */
export class JsonPlaces {
  readonly #keyAt: (offset: number) => string;
  readonly #offsets: number[] = [];
  readonly #after: number[] = [];
  readonly #entries = new Map<number, ReadonlyMap<Key, number>>();

  /** `keyAt`: the key that stands at an offset of the text. */
  constructor(keyAt: (offset: number) => string) {
    this.#keyAt = keyAt;
  }

  /** Notes where the next value begins, or its key where it has one; gives its number. */
  begin(offset: number): number {
    return this.#offsets.push(offset) - 1;
  }

  /** Notes that a value has ended, with all that is in it. */
  end(at: number): void {
    this.#after[at] = this.#offsets.length;
  }

  /** Where the entry begins that keys lead to, or the last of them that is there. */
  offsetOf(data: Value, path: readonly Key[]): number | undefined {
    let entry: Entry = { at: 0, value: data };
    for (const key of path) {
      const at = this.#entriesOf(entry).get(key);
      if (at === undefined) break;
      entry = { at, value: entryOf(entry.value, key) };
    }
    return entry.at === 0 ? undefined : this.#offsets[entry.at];
  }

  #entriesOf({ at, value }: Entry): ReadonlyMap<Key, number> {
    const known = this.#entries.get(at);
    if (known) return known;
    const found = new Map<Key, number>();
    this.#entries.set(at, found);
    const isKeyed = isDictionary(value);
    const end = this.#after[at] as number;
    for (let inside = at + 1; inside < end; inside = this.#after[inside] as number) {
      found.set(isKeyed ? this.#keyAt(this.#offsets[inside] as number) : found.size, inside);
    }
    return found;
  }
}
