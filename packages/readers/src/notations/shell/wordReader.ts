import { refuse } from "../../refuse.ts";
import type { Piece, Word } from "./word.ts";

const VARIABLE = /[A-Za-z_]\w*/y;
const BRACED = /\{([A-Za-z_]\w*|\d+(?=:?-))(?:\[[@*]\])?(?::?[-=]([^{}$`]*))?\}/y;
const PLAIN = /[^\s'"\\$`;|&()<>]+/y;
const IN_QUOTES = /[^"\\$`]+/y;
const BLANKS = /(?:[ \t\r]|\\\r?\n)+/y;

const MOST_WORDS = 200_000;

/** Reads a shell's words from a text, one after another. */
export class WordReader {
  readonly text: string;
  at = 0;
  #words = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The character that is next; none at the end. */
  get next(): string {
    return this.text.charAt(this.at);
  }

  /** What matches here, passed. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  /** Passes blanks, lines that go on, and a comment. */
  skip(): void {
    this.match(BLANKS);
    if (this.next === "#") this.match(/[^\n]*/y);
  }

  /** The word that stands here, or nothing where none does. */
  word(): Word | undefined {
    const offset = this.at;
    const pieces: Piece[] = [];
    for (;;) {
      const before = this.at;
      this.#piece(pieces);
      if (this.at === before) break;
    }
    if (this.at === offset) return undefined;
    if (++this.#words > MOST_WORDS) refuse(undefined, `at most ${MOST_WORDS} words`, "more");
    return { pieces, offset };
  }

  #piece(pieces: Piece[]): void {
    const plain = this.match(PLAIN);
    if (plain) pieces.push({ text: plain[0] });
    else if (this.match(/\\\r?\n/y)) return;
    else if (this.match(/\\/y)) pieces.push({ text: this.#take() });
    else if (this.match(/'/y)) pieces.push({ text: this.#until("'") });
    else if (this.match(/"/y)) this.#quoted(pieces);
    else if (this.next === "$" || this.next === "`") this.#dollar(pieces, false);
  }

  #quoted(pieces: Piece[]): void {
    pieces.push({ text: "" });
    while (this.next && !this.match(/"/y)) {
      const plain = this.match(IN_QUOTES);
      if (plain) pieces.push({ text: plain[0] });
      else if (this.match(/\\\r?\n/y)) continue;
      else if (this.match(/\\/y)) pieces.push({ text: /["\\$`]/.test(this.next) ? this.#take() : "\\" });
      else this.#dollar(pieces, true);
    }
  }

  #dollar(pieces: Piece[], quoted: boolean): void {
    const start = this.at;
    if (this.match(/`/y)) {
      this.#until("`");
      pieces.push({ unknown: this.text.slice(start, this.at) });
      return;
    }
    this.at++;
    const braced = this.match(BRACED);
    const plain = braced ? null : this.match(VARIABLE);
    if (braced) pieces.push({ variable: braced[1] as string, otherwise: braced[2], quoted });
    else if (plain) pieces.push({ variable: plain[0], quoted });
    else if (this.next === "(" || this.next === "{") this.#group(pieces, start);
    else if (this.match(/[\d@*#?$!-]/y)) pieces.push({ unknown: this.text.slice(start, this.at) });
    else pieces.push({ text: "$" });
  }

  /** `$((arithmetic))`, `$(a command)` or `${what is not read}`. */
  #group(pieces: Piece[], start: number): void {
    let depth = 0;
    do {
      const one = this.#take();
      if (one === "(" || one === "{") depth++;
      if (one === ")" || one === "}") depth--;
    } while (depth > 0 && this.next);
    const group = this.text.slice(start, this.at);
    const arithmetic = /^\$\(\(([\s\S]*)\)\)$/.exec(group);
    pieces.push(arithmetic ? { arithmetic: arithmetic[1] as string } : { unknown: group });
  }

  #take(): string {
    return this.text.charAt(this.at++);
  }

  /** What stands up to a mark, which is passed. */
  #until(mark: string): string {
    const end = this.text.indexOf(mark, this.at);
    const inside = this.text.slice(this.at, end < 0 ? undefined : end);
    this.at = end < 0 ? this.text.length : end + 1;
    return inside;
  }
}
