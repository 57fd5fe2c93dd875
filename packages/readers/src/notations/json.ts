import { createScanner, type JSONScanner } from "jsonc-parser";
import { type Document, dataDocument } from "../document.ts";
import { refuse } from "../refuse.ts";
import type { Dictionary, List, Place, Value } from "../value.ts";
import { JsonPlaces } from "./jsonPlaces.ts";
import { Budget, checkLength } from "./limits.ts";
import { Places } from "./places.ts";

/**
 * Data in JSON: as Python writes it, with NaN and Infinity, and as people keep it, with comments and a comma after the
 * last entry. Of a key that is there twice the last value counts, as in Python.
 *
 * A PlanError with its line and column for anything else, and for more than 8,000,000 characters, 1,000,000 values or
 * 64 levels.
 */
export function json(text: string, before = 0): Document {
  checkLength(text);
  const places = new Places(text, before);
  const parser = new Parser(text, places);
  const data = parser.document();
  return dataDocument("json", data, (path) => {
    const offset = parser.entries.offsetOf(data, path);
    return offset === undefined ? undefined : places.at(offset);
  });
}

/** The scanner's tokens, whose own names are a type alone. */
const TOKEN = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  null: 7,
  true: 8,
  false: 9,
  text: 10,
  number: 11,
  unknown: 16,
  end: 17,
} as const;

const NUMBERS: Readonly<Record<string, number>> = { NaN: Number.NaN, Infinity: Number.POSITIVE_INFINITY };

/** Every object without an entry: each by itself would take as much memory as one with four. */
const EMPTY: Dictionary = new Map();

class Parser {
  readonly #scanner: JSONScanner;
  readonly #text: string;
  readonly #places: Places;
  readonly #budget = new Budget();
  readonly #here = (): Place => this.#places.at(this.#scanner.getTokenOffset());
  readonly entries: JsonPlaces = new JsonPlaces((offset) => {
    this.#scanner.setPosition(offset);
    this.#scanner.scan();
    return this.#scanner.getTokenValue();
  });
  #token: number = TOKEN.unknown;

  constructor(text: string, places: Places) {
    // What Windows' editors write first.
    this.#text = text.startsWith("\uFEFF") ? ` ${text.slice(1)}` : text;
    this.#scanner = createScanner(this.#text, true);
    this.#places = places;
  }

  document(): Value {
    this.#next();
    const data = this.#value(0, this.#scanner.getTokenOffset());
    if (this.#token !== TOKEN.end) this.#refuse("the end of the text");
    return data;
  }

  #next(): void {
    this.#token = Number(this.#scanner.scan());
    if (Number(this.#scanner.getTokenError()) !== 0) this.#refuse("JSON");
  }

  #expect(token: number, what: string): void {
    if (this.#token !== token) this.#refuse(what);
    this.#next();
  }

  #refuse(expected: string): never {
    const start = this.#scanner.getTokenOffset();
    const written = this.#text.slice(start, start + Math.min(this.#scanner.getTokenLength(), 60));
    const received = this.#token === TOKEN.end ? "the end of the text" : JSON.stringify(written);
    refuse(this.#here(), expected, received);
  }

  /** The value that stands here; `offset`: where it begins, or its key where it has one. */
  #value(depth: number, offset: number): Value {
    this.#budget.take(depth, this.#here);
    const at = this.entries.begin(offset);
    const value = this.#built(depth);
    this.entries.end(at);
    return value;
  }

  #built(depth: number): Value {
    if (this.#token === TOKEN.openBrace) return this.#object(depth);
    if (this.#token === TOKEN.openBracket) return this.#array(depth);
    const value = this.#scalar();
    this.#next();
    return value;
  }

  #scalar(): Value {
    const text = this.#scanner.getTokenValue();
    switch (this.#token) {
      case TOKEN.text:
        return text;
      case TOKEN.number:
        return Number(text);
      case TOKEN.true:
        return true;
      case TOKEN.false:
        return false;
      case TOKEN.null:
        return null;
    }
    if (Object.hasOwn(NUMBERS, text)) return NUMBERS[text] as number;
    if (text === "-") {
      // The scanner takes a minus before a word for a token of its own.
      this.#token = Number(this.#scanner.scan());
      if (this.#scanner.getTokenValue() === "Infinity") return Number.NEGATIVE_INFINITY;
    }
    return this.#refuse("a value");
  }

  #array(depth: number): List {
    this.#next();
    const inside = () => this.#value(depth + 1, this.#scanner.getTokenOffset());
    // An empty list that grows takes the memory of many; most of a deep text have one entry.
    const list: Value[] = this.#token === TOKEN.closeBracket ? [] : [inside()];
    while (this.#goesOn(TOKEN.closeBracket, '"]"', list.length > 0)) list.push(inside());
    return list;
  }

  #object(depth: number): Dictionary {
    this.#next();
    if (!this.#goesOn(TOKEN.closeBrace, '"}"', false)) return EMPTY;
    const entries = new Map<string, Value>();
    while (entries.size === 0 || this.#goesOn(TOKEN.closeBrace, '"}"', true)) {
      const offset = this.#scanner.getTokenOffset();
      const key = this.#scanner.getTokenValue();
      this.#expect(TOKEN.text, 'a key in double quotes or "}"');
      this.#expect(TOKEN.colon, '":"');
      entries.set(key, this.#value(depth + 1, offset));
    }
    return entries;
  }

  /** Whether there is another entry, after the comma that ends the one before; passes what closes them where there is none. */
  #goesOn(close: number, closing: string, after: boolean): boolean {
    if (after && this.#token === TOKEN.comma) this.#next();
    else if (after && this.#token !== close) this.#refuse(`"," or ${closing}`);
    if (this.#token !== close) return true;
    this.#next();
    return false;
  }
}
