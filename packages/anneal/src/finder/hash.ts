import { refuse } from "../error.ts";
import { DEEPEST } from "../limits.ts";
import { Murmur3 } from "./murmur3.ts";

/**
 * The hash of a snapshot: the same for the same bits and for nothing else. -0 is not 0, a field that is undefined is
 * not an absent one; the order of an object's fields does not count. What cannot be read whole, such as a tensor, is a
 * PlanError with its path, for a hash that passes over something proves nothing.
 */
export function hash(value: unknown, path: string): string {
  const hasher = new Murmur3();
  write(hasher, value, path, 0);
  return hasher.hex();
}

/** Everything begins with its type and its length, so that no two values can be the same bytes. */
function write(hasher: Murmur3, value: unknown, path: string, depth: number): void {
  const list = depth < DEEPEST ? entriesOf(value) : undefined;
  if (ArrayBuffer.isView(value)) {
    head(hasher, value.constructor.name, value.byteLength);
    hasher.update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
  } else if (list) {
    const type = Array.isArray(value) ? "Array" : value instanceof Map ? "Map" : "Object";
    head(hasher, type, list.length);
    for (const [name, one] of list) {
      const place = typeof name === "string" ? `${path}.${name}` : `${path}[${typeof name === "number" ? name : "…"}]`;
      if (type !== "Array") write(hasher, name, place, depth + 1);
      write(hasher, one, place, depth + 1);
    }
  } else if (value !== null && ["object", "function", "symbol"].includes(typeof value)) {
    refuse(path, "plain data (numbers, texts, lists, objects, maps, typed arrays; 64 levels at most)", value);
  } else {
    const text = Object.is(value, -0) ? "-0" : String(value);
    head(hasher, typeof value, text.length);
    hasher.update(units(text));
  }
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
  const numbers = Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  return new Uint8Array(numbers.buffer);
}
