import {
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  YAMLException,
} from "js-yaml";
import { type Document, dataDocument } from "../document.ts";
import { refuse } from "../refuse.ts";
import { isDictionary, isList, Unknown, type Value } from "../value.ts";
import { Budget, checkLength, DEEPEST } from "./limits.ts";
import { Places } from "./places.ts";
import { taggedScalar, yamlScalar } from "./yamlScalar.ts";

/**
 * The documents of a YAML text, with the scalars that PyYAML reads (see {@link yamlScalar}), merge keys, and anchors. Of
 * a key that is there twice the last value counts, as in PyYAML. What a tag would build, such as `!!python/name:…`, is
 * unknown.
 *
 * A PlanError with its line and column for anything else, and for more than 8,000,000 characters, 1,000,000 values with
 * those of repeated aliases, or 64 levels.
 */
export function yamlDocuments(text: string): readonly Document[] {
  checkLength(text);
  checkMarks(text);
  const places = new Places(text);
  let events: readonly Event[];
  try {
    events = parseEvents(text, { maxDepth: DEEPEST });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    refuse(places.at(error.mark?.position ?? 0), "YAML", error.reason);
  }
  const budget = new Budget();
  const documents: Document[] = [];
  for (let at = 0; at < events.length; ) {
    const builder = new Builder(text, events, places, budget, at + 1);
    const data = builder.document();
    documents.push(dataDocument("yaml", data, (path) => places.find(data, path)));
    at = builder.at;
  }
  return documents;
}

/** The most lines, commas and colons of a text, each of which may be an entry. */
const MOST_MARKS = 1_500_000;

/** Refuses a text of which there would be too much in memory before its values can be counted. */
function checkMarks(text: string): void {
  let marks = 0;
  for (const mark of ["\n", ",", ":"]) {
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) marks++;
  }
  if (marks > MOST_MARKS) refuse(undefined, `YAML of at most ${MOST_MARKS} lines, commas and colons`, String(marks));
}

class Builder {
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #places: Places;
  readonly #budget: Budget;
  readonly #anchors = new Map<string, { readonly value: Value; readonly size: number; readonly height: number }>();
  /** The next event. */
  at: number;

  constructor(text: string, events: readonly Event[], places: Places, budget: Budget, at: number) {
    this.#text = text;
    this.#events = events;
    this.#places = places;
    this.#budget = budget;
    this.at = at;
  }

  /** What stands up to the document's end. */
  document(): Value {
    const data = this.#ends() ? null : this.#value(0);
    this.at++;
    return data;
  }

  #ends(): boolean {
    const event = this.#events[this.at];
    return event === undefined || event.type === EVENT_ID.POP;
  }

  #value(depth: number): Value {
    const event = this.#events[this.at++] as Event;
    if (event.type === EVENT_ID.ALIAS) return this.#alias(event.anchorStart, event.anchorEnd, depth);
    if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) return null;
    const anchor = event.anchorStart < 0 ? undefined : this.#text.slice(event.anchorStart, event.anchorEnd);
    const tag = event.tagStart < 0 ? undefined : this.#text.slice(event.tagStart, event.tagEnd);
    const measured = this.#budget.measure(depth, () => {
      this.#budget.take(depth, () => this.#places.at(startOf(event)));
      if (event.type === EVENT_ID.SCALAR) return this.#scalar(event, tag);
      const value = event.type === EVENT_ID.SEQUENCE ? this.#list(depth) : this.#dictionary(depth);
      return tag === undefined || /^!!(?:map|seq)$/.test(tag) ? value : this.#unknown(tag, event.tagStart);
    });
    if (anchor !== undefined) this.#anchors.set(anchor, measured);
    return measured.value;
  }

  #alias(start: number, end: number, depth: number): Value {
    const name = this.#text.slice(start, end);
    const anchored = this.#anchors.get(name);
    const place = () => this.#places.at(start);
    if (!anchored) refuse(place(), "an anchor that stands before, whole", JSON.stringify(name.slice(0, 60)));
    this.#budget.take(depth + anchored.height, place, anchored.size);
    return anchored.value;
  }

  #unknown(tag: string, offset: number): Unknown {
    return new Unknown(tag.slice(0, 200), this.#places.at(offset), "what a YAML tag builds");
  }

  #scalar(event: ScalarEvent, tag: string | undefined): Value {
    const written = getScalarValue(this.#text, event);
    if (tag === undefined) return event.style === SCALAR_STYLE.PLAIN ? yamlScalar(written) : written;
    const value = taggedScalar(tag, written);
    return value === undefined ? this.#unknown(tag, event.tagStart) : value;
  }

  #list(depth: number): Value {
    const list: Value[] = [];
    while (!this.#ends()) {
      const offset = startOf(this.#events[this.at] as Event);
      list.push(this.#value(depth + 1));
      this.#places.set(list, list.length - 1, offset);
    }
    this.at++;
    return list;
  }

  #dictionary(depth: number): Value {
    const own = new Map<string, Value>();
    const offsets = new Map<string, number>();
    const merged: (readonly [Value, number])[] = [];
    while (!this.#ends()) {
      const event = this.#events[this.at] as Event;
      const offset = startOf(event);
      const key = this.#key(event, depth);
      const value = this.#value(depth + 1);
      if (key === "<<" && event.type === EVENT_ID.SCALAR && event.style === SCALAR_STYLE.PLAIN) {
        merged.push([value, offset]);
      } else {
        own.set(key, value);
        offsets.set(key, offset);
      }
    }
    this.at++;
    const entries = merged.length > 0 ? this.#merge(merged, own) : own;
    for (const [key, offset] of offsets) this.#places.set(entries, key, offset);
    return entries;
  }

  #key(event: Event, depth: number): string {
    if (event.type === EVENT_ID.SCALAR) {
      this.at++;
      return getScalarValue(this.#text, event);
    }
    const key = this.#value(depth + 1);
    if (typeof key === "string") return key;
    return refuse(this.#places.at(startOf(event)), "a key of one value", "a key of several");
  }

  /** What is merged first counts first, and the dictionary's own entries before all. */
  #merge(merged: readonly (readonly [Value, number])[], own: ReadonlyMap<string, Value>): Map<string, Value> {
    const entries = new Map<string, Value>();
    for (const [value, offset] of merged) {
      for (const source of isList(value) ? value : [value]) {
        if (!isDictionary(source)) refuse(this.#places.at(offset), "dictionaries to merge", "another value");
        this.#budget.take(0, () => this.#places.at(offset), source.size);
        for (const [key, one] of source) {
          if (entries.has(key)) continue;
          entries.set(key, one);
          this.#places.set(entries, key, offset);
        }
      }
    }
    for (const [key, value] of own) entries.set(key, value);
    return entries;
  }
}

function startOf(event: Event): number {
  if (event.type === EVENT_ID.SCALAR) return Math.max(event.valueStart, 0);
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart;
  return event.type === EVENT_ID.SEQUENCE || event.type === EVENT_ID.MAPPING ? event.start : 0;
}
