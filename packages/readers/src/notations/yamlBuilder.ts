import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import { type Document, dataDocument } from "../document.ts";
import { refuse } from "../refuse.ts";
import { isDictionary, isList, type Place, Unknown, type Value } from "../value.ts";
import type { Budget } from "./limits.ts";
import type { Places } from "./places.ts";
import { isMerge, startOf, YamlPlaces } from "./yamlPlaces.ts";
import { taggedScalar, yamlScalar } from "./yamlScalar.ts";

/** What an anchor stands for. */
interface Anchored {
  readonly value: Value;
  readonly size: number;
  readonly height: number;
  /** Its event. */
  readonly at: number;
}

/** Builds one document from the events of a YAML text, the next of which is at `at`. */
export class YamlBuilder {
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #places: Places;
  readonly #budget: Budget;
  readonly #anchors = new Map<string, Anchored>();
  readonly #aliases = new Map<number, number>();
  /** The place of the event that was taken last. */
  readonly #here = (): Place => this.#placeOf(this.#events[this.at - 1] as Event);
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
  document(): Document {
    const entries = new YamlPlaces(this.#text, this.#events, this.#aliases, this.at);
    const data = this.#ends() ? null : this.#value(0);
    this.at++;
    return dataDocument("yaml", data, (path) => {
      const offset = entries.offsetOf(path);
      return offset === undefined ? undefined : this.#places.at(offset);
    });
  }

  #placeOf(event: Event): Place {
    return this.#places.at(startOf(event));
  }

  #ends(): boolean {
    const event = this.#events[this.at];
    return event === undefined || event.type === EVENT_ID.POP;
  }

  #value(depth: number): Value {
    const at = this.at++;
    const event = this.#events[at] as Event;
    if (event.type === EVENT_ID.ALIAS) return this.#alias(event.anchorStart, event.anchorEnd, depth);
    if (event.type === EVENT_ID.DOCUMENT || event.type === EVENT_ID.POP) return null;
    if (event.anchorStart < 0) return this.#built(event, depth);
    const name = this.#text.slice(event.anchorStart, event.anchorEnd);
    const measured = this.#budget.measure(depth, () => this.#built(event, depth));
    this.#anchors.set(name, { ...measured, at });
    return measured.value;
  }

  #built(
    event: Exclude<Event, { readonly type: typeof EVENT_ID.ALIAS | typeof EVENT_ID.DOCUMENT | typeof EVENT_ID.POP }>,
    depth: number,
  ): Value {
    this.#budget.take(depth, this.#here);
    const tag = event.tagStart < 0 ? undefined : this.#text.slice(event.tagStart, event.tagEnd);
    if (event.type === EVENT_ID.SCALAR) return this.#scalar(event, tag);
    const value = event.type === EVENT_ID.SEQUENCE ? this.#list(depth) : this.#dictionary(depth);
    return tag === undefined || /^!!(?:map|seq)$/.test(tag) ? value : this.#unknown(tag, event.tagStart);
  }

  #alias(start: number, end: number, depth: number): Value {
    const name = this.#text.slice(start, end);
    const anchored = this.#anchors.get(name);
    if (!anchored) refuse(this.#here(), "an anchor that stands before, whole", JSON.stringify(name.slice(0, 60)));
    this.#budget.take(depth + anchored.height, this.#here, anchored.size);
    this.#aliases.set(this.at - 1, anchored.at);
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
    // An empty list that grows takes the memory of many; most of a deep text have one entry.
    const list: Value[] = this.#ends() ? [] : [this.#value(depth + 1)];
    while (!this.#ends()) list.push(this.#value(depth + 1));
    this.at++;
    return list;
  }

  #dictionary(depth: number): Value {
    const own = new Map<string, Value>();
    let merged: Map<string, Value> | undefined;
    while (!this.#ends()) {
      const event = this.#events[this.at] as Event;
      const key = this.#key(event, depth);
      const value = this.#value(depth + 1);
      if (isMerge(event, key)) {
        merged ??= new Map();
        this.#merge(value, event, merged);
      } else own.set(key, value);
    }
    this.at++;
    if (!merged) return own;
    for (const [key, value] of own) merged.set(key, value);
    return merged;
  }

  #key(event: Event, depth: number): string {
    if (event.type === EVENT_ID.SCALAR) {
      this.at++;
      return getScalarValue(this.#text, event);
    }
    const key = this.#value(depth + 1);
    if (typeof key === "string") return key;
    return refuse(this.#placeOf(event), "a key of one value", "a key of several");
  }

  /** What is merged first counts first, and the dictionary's own entries before all. */
  #merge(value: Value, event: Event, entries: Map<string, Value>): void {
    for (const source of isList(value) ? value : [value]) {
      if (!isDictionary(source)) refuse(this.#placeOf(event), "dictionaries to merge", "another value");
      this.#budget.take(0, () => this.#placeOf(event), source.size);
      for (const [key, one] of source) if (!entries.has(key)) entries.set(key, one);
    }
  }
}
