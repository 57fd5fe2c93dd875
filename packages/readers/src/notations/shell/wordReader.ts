import { Budget } from "./limits.ts";
import type { Piece, Word } from "./word.ts";

const VARIABLE = /[A-Za-z_]\w*/y;
const BRACED = /\{([A-Za-z_]\w*|\d+(?=:?-))(?:\[[@*]\])?(?::?[-=]([^{}$`]*))?\}/y;
const PLAIN = /[^\s'"\\$`;|&()<>]+/y;
const IN_QUOTES = /[^"\\$`]+/y;
/** A line that goes on in the next one. */
const JOINED = /\\\r?\n/y;
/** What a backslash in double quotes takes the meaning from. */
const ESCAPED = /["\\$`]/;
const BLANKS = /(?:[ \t\r]|\\\r?\n)+/y;

/** Reads a shell's words from a text, one after another. */
export class WordReader {
  readonly text: string;
  at = 0;
  readonly #budget = new Budget();

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

  /** Whether a pattern matches here, which is passed then. */
  pass(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const matches = pattern.test(this.text);
    if (matches) this.at = pattern.lastIndex;
    return matches;
  }

  /** Passes blanks, lines that go on, and a comment. */
  skip(): void {
    this.pass(BLANKS);
    if (this.next !== "#") return;
    const end = this.text.indexOf("\n", this.at);
    this.at = end < 0 ? this.text.length : end;
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
    this.#budget.take("words", 1);
    return { pieces, offset };
  }

  #piece(pieces: Piece[]): void {
    const start = this.at;
    if (this.pass(PLAIN)) {
      addText(pieces, this.text.slice(start, this.at));
      return;
    }
    const { next } = this;
    if (next === "$" || next === "`") this.#dollar(pieces, false);
    else if (next === "\\") {
      if (this.pass(JOINED)) return;
      this.at++;
      addText(pieces, this.#take());
    } else if (next === "'" || next === '"') {
      this.at++;
      if (next === "'") addText(pieces, this.#until(next));
      else this.#quoted(pieces);
    }
  }

  #quoted(pieces: Piece[]): void {
    addText(pieces, "");
    for (let { next } = this; next; { next } = this) {
      const start = this.at;
      if (next === '"') {
        this.at++;
        return;
      }
      if (this.pass(IN_QUOTES)) addText(pieces, this.text.slice(start, this.at));
      else if (next !== "\\") this.#dollar(pieces, true);
      else if (!this.pass(JOINED)) {
        this.at++;
        addText(pieces, ESCAPED.test(this.next) ? this.#take() : "\\");
      }
    }
  }

  #dollar(pieces: Piece[], quoted: boolean): void {
    const start = this.at;
    this.#budget.take("substitutions", 1);
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
    else addText(pieces, "$");
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

/** Text after text is one piece. */
function addText(pieces: Piece[], text: string): void {
  const last = pieces.at(-1);
  if (last && "text" in last) pieces[pieces.length - 1] = { text: last.text + text };
  else pieces.push({ text });
}
