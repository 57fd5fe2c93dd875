import { createScanner, type JSONScanner } from "jsonc-parser";
import { type Document, dataDocument } from "../document.ts";
import { refuse } from "../refuse.ts";
import type { Dictionary, List, Value } from "../value.ts";
import { Budget, checkLength } from "./limits.ts";
import { Places } from "./places.ts";

/**
 * Data in JSON: as Python writes it, with NaN and Infinity, and as people keep it, with comments and a comma after the
 * last entry. Of a key that is there twice the last value counts, as in Python.
 *
 * A PlanError with its line and column for anything else, and for more than 8,000,000 characters, 1,000,000 values or
 * 64 levels.
 */
export function json(text: string): Document {
  checkLength(text);
  const places = new Places(text);
  const data = new Parser(text, places).document();
  return dataDocument("json", data, (path) => places.find(data, path));
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

class Parser {
  readonly #scanner: JSONScanner;
  readonly #text: string;
  readonly #places: Places;
  readonly #budget = new Budget();
  #token: number = TOKEN.unknown;

  constructor(text: string, places: Places) {
    // What Windows' editors write first.
    this.#text = text.startsWith("\uFEFF") ? ` ${text.slice(1)}` : text;
    this.#scanner = createScanner(this.#text, true);
    this.#places = places;
  }

  document(): Value {
    this.#next();
    const data = this.#value(0);
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
    refuse(this.#places.at(this.#scanner.getTokenOffset()), expected, received);
  }

  #value(depth: number): Value {
    this.#budget.take(depth, () => this.#places.at(this.#scanner.getTokenOffset()));
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
    const list: Value[] = [];
    this.#entries(TOKEN.closeBracket, '"]"', (offset) => {
      list.push(this.#value(depth + 1));
      this.#places.set(list, list.length - 1, offset);
    });
    return list;
  }

  #object(depth: number): Dictionary {
    const entries = new Map<string, Value>();
    this.#entries(TOKEN.closeBrace, '"}"', (offset) => {
      const key = this.#scanner.getTokenValue();
      this.#expect(TOKEN.text, 'a key in double quotes or "}"');
      this.#expect(TOKEN.colon, '":"');
      entries.set(key, this.#value(depth + 1));
      this.#places.set(entries, key, offset);
    });
    return entries;
  }

  #entries(close: number, closing: string, entry: (offset: number) => void): void {
    this.#next();
    while (this.#token !== close) {
      entry(this.#scanner.getTokenOffset());
      if (this.#token === TOKEN.comma) this.#next();
      else if (this.#token !== close) this.#refuse(`"," or ${closing}`);
    }
    this.#next();
  }
}
