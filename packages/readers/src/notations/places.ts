import { isDictionary, isList, type Place, type Value } from "../value.ts";

type Key = string | number;

/** From which line on a text has so many lines less than the one that it is a part of. */
export interface LeftOut {
  readonly line: number;
  readonly lines: number;
}

/** Where the entries of parsed data stand in their text. */
export class Places {
  readonly #text: string;
  readonly #left: readonly LeftOut[];
  readonly #offsets = new Map<Value, Map<Key, number>>();
  #lines: readonly number[] | undefined;

  /**
   * `left`: where lines of the text that is meant are not in this one, or how many of them are before it. Default: all
   * are in it.
   */
  constructor(text: string, left: readonly LeftOut[] | number = []) {
    this.#text = text;
    this.#left = typeof left === "number" ? [{ line: 1, lines: left }] : left;
  }

  /** Notes where an entry of a list or a dictionary begins. */
  set(container: Value, key: Key, offset: number): void {
    const own = this.#offsets.get(container);
    if (own) own.set(key, offset);
    else this.#offsets.set(container, new Map([[key, offset]]));
  }

  /** The line and column of an offset. */
  at(offset: number): Place {
    this.#lines ??= lineStarts(this.#text);
    let [low, high] = [0, this.#lines.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#lines[middle] as number) <= offset) low = middle;
      else high = middle;
    }
    return { line: this.#lineOf(low + 1), column: offset - (this.#lines[low] as number) + 1 };
  }

  #lineOf(line: number): number {
    let [low, high] = [0, this.#left.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#left[middle] as LeftOut).line <= line) low = middle + 1;
      else high = middle;
    }
    return line + (this.#left[low - 1]?.lines ?? 0);
  }

  /** The place of the entry that keys lead to, or of the last of them that is there. */
  find(data: Value, path: readonly Key[]): Place | undefined {
    let inside: Value | undefined = data;
    let offset: number | undefined;
    for (const key of path) {
      const next = inside === undefined ? undefined : this.#offsets.get(inside)?.get(key);
      if (next === undefined) break;
      offset = next;
      inside = entryOf(inside, key);
    }
    return offset === undefined ? undefined : this.at(offset);
  }
}

/** The value of an entry of a list or a dictionary. */
export function entryOf(inside: Value | undefined, key: Key): Value | undefined {
  if (isDictionary(inside)) return inside.get(String(key));
  return isList(inside) ? inside[Number(key)] : undefined;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
