import { refuse } from "../error.ts";
import { DEEPEST } from "../limits.ts";
import { Murmur3 } from "./murmur3.ts";

/**
 * The hash of a snapshot: the same for the same bits and for nothing else. -0 is not 0, a field that is undefined is
 * not an absent one; the order of an object's fields does not count. What cannot be read whole, such as a tensor, is a
 * PlanError with its path, for a hash that passes over something proves nothing.
 */
export function hash(value: unknown, path: string): string {
  const walk = { hasher: new Murmur3(), left: MOST_VALUES };
  write(walk, value, path, 0);
  return walk.hasher.hex();
}

/** What is there twice is read twice, so lists of one shared list could go on for ever. */
const MOST_VALUES = 1_000_000;

interface Walk {
  readonly hasher: Murmur3;
  /** How many values may still come. */
  left: number;
}

/** Everything begins with its type and its length, so that no two values can be the same bytes. */
function write(walk: Walk, value: unknown, path: string, depth: number): void {
  const { hasher } = walk;
  const numbers = depth < DEEPEST && Array.isArray(value) && numbersOf(value);
  walk.left -= 1;
  // Before it is listed: a list can be longer than all memory.
  if (walk.left < (Array.isArray(value) && !numbers ? value.length : 0)) {
    refuse(path, "at most 1,000,000 values in all (a typed array or a list of numbers is one)", value);
  }
  const list = !numbers && depth < DEEPEST ? entriesOf(value) : undefined;
  if (numbers) {
    head(hasher, "Numbers", numbers.length);
    hasher.update(new Uint8Array(numbers.buffer));
  } else if (ArrayBuffer.isView(value)) {
    head(hasher, value.constructor.name, value.byteLength);
    hasher.update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  } else if (list) {
    const type = Array.isArray(value) ? "Array" : value instanceof Map ? "Map" : "Object";
    head(hasher, type, list.length);
    for (const [name, one] of list) {
      const place = typeof name === "string" ? `${path}.${name}` : `${path}[${typeof name === "number" ? name : "…"}]`;
      if (type !== "Array") write(walk, name, place, depth + 1);
      write(walk, one, place, depth + 1);
    }
  } else if (value !== null && ["object", "function", "symbol"].includes(typeof value)) {
    refuse(path, "plain data (numbers, texts, lists, objects, maps, typed arrays; 64 levels at most)", value);
  } else {
    const text = Object.is(value, -0) ? "-0" : String(value);
    head(hasher, typeof value, text.length);
    hasher.update(units(text));
  }
}

/** A list of nothing but numbers, at once; every NaN is the same one. */
function numbersOf(list: readonly unknown[]): Float64Array | undefined {
  // Unlike `every`, this visits the gaps too.
  if (list.findIndex((one) => typeof one !== "number") >= 0) return undefined;
  return Float64Array.from(list as readonly number[], (one) => (Number.isNaN(one) ? Number.NaN : one));
}

function entriesOf(value: unknown): (readonly [name: unknown, value: unknown])[] | undefined {
  if (Array.isArray(value)) return [...value.entries()];
  if (value instanceof Map) return [...value];
  if (typeof value !== "object" || value === null) return undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) return undefined;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}

function head(hasher: Murmur3, type: string, length: number): void {
  hasher.update(units(`${type} ${length} `));
}

/** A text as bytes, two for each UTF-16 unit. */
function units(text: string): Uint8Array {
  const numbers = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) numbers[i] = text.charCodeAt(i);
  return new Uint8Array(numbers.buffer);
}
