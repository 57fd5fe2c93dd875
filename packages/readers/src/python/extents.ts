import { Call, isDictionary, isList, type Value } from "../value.ts";

/** How many values one holds at most, each as often as it is in it. */
const MOST = 1_000_000;
/** How many levels it has at most. */
const DEEPEST = 64;
/** How many values are gone through at most for what they hold, and how many are used. */
const MOST_SEEN = 10_000_000;
const MOST_USED = 20_000_000;
/** How many values a call counts as, since more is made of one. */
const CALL = 100;

interface Extent {
  readonly size: number;
  readonly height: number;
}

const ONE: Extent = { size: 1, height: 0 };
const ENDLESS: Extent = { size: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY };

/** How much values hold: a few lines of a text can make what holds itself, or the same thing 2^100 times. */
export class Extents {
  #known = new Map<object, Extent>();
  #seen = 0;
  #used = 0;

  /** Whether a value is small enough to be gone through. */
  allow(value: Value): boolean {
    const { size, height } = this.#of(value, 0);
    if (size === 1) return true;
    this.#used += Math.min(size, MOST);
    return size <= MOST && height <= DEEPEST && this.#used <= MOST_USED;
  }

  /** Forgets them where a dictionary that was gone through gets another entry. */
  change(dictionary: object): void {
    if (this.#known.has(dictionary)) this.#known = new Map();
  }

  #of(value: Value, depth: number): Extent {
    const isContainer = isList(value) || isDictionary(value) || value instanceof Call;
    if (!isContainer) return ONE;
    const known = this.#known.get(value);
    if (known) return known;
    if (depth > DEEPEST || this.#seen > MOST_SEEN) return ENDLESS;
    // What it is while it is looked for in itself.
    this.#known.set(value, ENDLESS);
    let [size, height] = [value instanceof Call ? CALL : 1, 0];
    for (const one of insideOf(value)) {
      this.#seen++;
      const extent = this.#of(one, depth + 1);
      size += extent.size;
      height = Math.max(height, extent.height + 1);
    }
    const extent = { size, height };
    this.#known.set(value, extent);
    return extent;
  }
}

function* insideOf(value: Exclude<Value, null | boolean | number | string>): Generator<Value> {
  if (isList(value)) yield* value;
  else if (isDictionary(value)) yield* value.values();
  else if (value instanceof Call) {
    yield* value.positional;
    yield* value.named.values();
  }
}
