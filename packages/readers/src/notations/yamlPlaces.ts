import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from "js-yaml";

type Key = string | number;

/** Where an entry begins, and at which event its value. */
interface Entry {
  readonly offset: number;
  readonly at: number;
}

const NONE: ReadonlyMap<Key, Entry> = new Map();

/**
 * Where the entries of a YAML document stand, looked up among the events of its text when they are asked for: nothing is
 * noted of each while it is built.
 */
export class YamlPlaces {
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #anchored: ReadonlyMap<number, number>;
  readonly #root: number;
  readonly #entries = new Map<number, ReadonlyMap<Key, Entry>>();

  /** `anchored`: by each alias's event, the event of what it stands for. `root`: the event of all that is in it. */
  constructor(text: string, events: readonly Event[], anchored: ReadonlyMap<number, number>, root: number) {
    this.#text = text;
    this.#events = events;
    this.#anchored = anchored;
    this.#root = root;
  }

  /** Where the entry begins that keys lead to, or the last of them that is there. */
  offsetOf(path: readonly Key[]): number | undefined {
    let at = this.#root;
    let offset: number | undefined;
    for (const key of path) {
      const entry = this.#entriesAt(at).get(key);
      if (!entry) break;
      offset = entry.offset;
      at = entry.at;
    }
    return offset;
  }

  #entriesAt(at: number): ReadonlyMap<Key, Entry> {
    const own = this.#resolved(at);
    const known = this.#entries.get(own);
    if (known) return known;
    const event = this.#events[own];
    const found =
      event?.type === EVENT_ID.SEQUENCE
        ? this.#listed(own)
        : event?.type === EVENT_ID.MAPPING
          ? this.#keyed(own)
          : NONE;
    this.#entries.set(own, found);
    return found;
  }

  #listed(list: number): ReadonlyMap<Key, Entry> {
    const entries = new Map<Key, Entry>();
    for (let at = list + 1; !this.#ends(at); at = this.#after(at)) entries.set(entries.size, this.#entry(at, at));
    return entries;
  }

  #keyed(dictionary: number): ReadonlyMap<Key, Entry> {
    const own = new Map<Key, Entry>();
    const merged = new Map<Key, Entry>();
    for (let at = dictionary + 1; !this.#ends(at); ) {
      const value = this.#after(at);
      const event = this.#events[this.#resolved(at)] as Event;
      const key = event.type === EVENT_ID.SCALAR ? getScalarValue(this.#text, event) : "";
      if (isMerge(this.#events[at] as Event, key)) this.#merge(value, startOf(this.#events[at] as Event), merged);
      else own.set(key, this.#entry(at, value));
      at = this.#after(value);
    }
    for (const [key, entry] of own) merged.set(key, entry);
    return merged;
  }

  /** What is merged stands where it is merged. */
  #merge(at: number, offset: number, merged: Map<Key, Entry>): void {
    const own = this.#resolved(at);
    const list = this.#events[own]?.type === EVENT_ID.SEQUENCE;
    const sources = list ? [...this.#entriesAt(own).values()].map((source) => source.at) : [own];
    for (const source of sources) {
      for (const [key, entry] of this.#entriesAt(source)) {
        if (!merged.has(key)) merged.set(key, { offset, at: entry.at });
      }
    }
  }

  #entry(key: number, at: number): Entry {
    return { offset: startOf(this.#events[key] as Event), at };
  }

  #resolved(at: number): number {
    return this.#anchored.get(at) ?? at;
  }

  #ends(at: number): boolean {
    const event = this.#events[at];
    return event === undefined || event.type === EVENT_ID.POP;
  }

  /** The event after all of the value that begins at one. */
  #after(at: number): number {
    let open = 0;
    let next = at;
    do {
      const event = this.#events[next++];
      if (event === undefined) return next;
      if (event.type === EVENT_ID.POP) open--;
      else if (event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING) open++;
    } while (open > 0);
    return next;
  }
}

/** Whether a key merges what it holds into its dictionary. */
export function isMerge(event: Event, key: string): boolean {
  return key === "<<" && event.type === EVENT_ID.SCALAR && event.style === SCALAR_STYLE.PLAIN;
}

/** Where what an event tells of begins. */
export function startOf(event: Event): number {
  if (event.type === EVENT_ID.SCALAR) return Math.max(event.valueStart, 0);
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart;
  return event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING ? event.start : 0;
}
