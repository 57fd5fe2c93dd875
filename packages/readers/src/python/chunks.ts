import { BACKSLASH, closesBracket, HASH, opensBracket, QUOTE, SINGLE } from "./characters.ts";

/** A top-level statement of a Python text, with what is around it that is none: from its line to the next one's. */
export interface Chunk {
  /** Its number among them, from 1; 0 is what stands before the first. */
  readonly index: number;
  readonly from: number;
  to: number;
  /** How many words, numbers, texts and marks it has. */
  size: number;
  /** Whether it is a function or a class. */
  readonly defines: boolean;
  /** The names in it, once each, without those after a dot and those in texts. */
  names: Name[];
}

/** A name of a text. */
export interface Name {
  readonly text: string;
  /** The chunks that it is in, in their order. */
  readonly chunks: Chunk[];
}

/** What a line begins with that goes on with the statement before it. */
const GOES_ON = /(?:else|elif|except|finally)\b/y;
/** What begins a statement even where a bracket is open, which is a syntax error then. */
const BEGINS = /(?:(?:async )?def |class |import |from [\w.]+ import\b|@\w)/y;
const DEFINES = /(?:(?:async )?def |class |@\w)/y;
const DECORATES = /@\w/y;

const [LINE, SPACE, DOT] = [10, 32, 46];

/** How many characters of a text take as long to read as a word: of one that has expressions in it, and of any other. */
const [FORMATTED, TEXT] = [3, 30] as const;

/** The names of a statement without any; a list of its own has those that it begins with, since an empty one that grows takes the memory of many. */
const NONE: Name[] = [];

/** The top-level statements of a text and its names, found by its lines, brackets and quotes alone. */
export function chunksOf(source: string): readonly Chunk[] {
  const chunks: Chunk[] = [];
  const names = new Map<string, Name>();
  let chunk: Chunk = { index: 0, from: 0, to: source.length, size: 0, defines: false, names: NONE };
  let [depth, decorated, joined] = [0, false, false];
  const test = (what: RegExp, at: number): boolean => {
    what.lastIndex = at;
    return what.test(source);
  };
  const line = (at: number): void => {
    const first = source.charCodeAt(at);
    const inside = !(first > SPACE) || first === HASH || closesBracket(first) || joined;
    joined = false;
    if (inside || (depth > 0 && !test(BEGINS, at)) || test(GOES_ON, at)) return;
    depth = 0;
    const before = decorated;
    decorated = test(DECORATES, at);
    if (before) return;
    chunk.to = at;
    const defines = test(DEFINES, at);
    chunk = { index: chunks.length + 1, from: at, to: source.length, size: 0, defines, names: NONE };
    chunks.push(chunk);
  };
  line(0);
  for (let at = 0; at < source.length; ) {
    const code = source.charCodeAt(at);
    if (isWord(code)) {
      const from = at;
      do at++;
      while (isWord(source.charCodeAt(at)));
      chunk.size++;
      const number = code >= 48 && code <= 57;
      if (number || (from > 0 && source.charCodeAt(from - 1) === DOT)) continue;
      const text = source.slice(from, at);
      let name = names.get(text);
      if (!name) {
        name = { text, chunks: [chunk] };
        names.set(text, name);
      } else if (name.chunks[name.chunks.length - 1] === chunk) continue;
      else name.chunks.push(chunk);
      if (chunk.names === NONE) chunk.names = [name];
      else chunk.names.push(name);
    } else if (code === LINE) line(++at);
    else if (code === QUOTE || code === SINGLE) {
      const from = at;
      at = afterText(source, at);
      const formatted = /f/i.test(source.slice(Math.max(0, from - 2), from));
      chunk.size += 1 + Math.floor((at - from) / (formatted ? FORMATTED : TEXT)) + escapes(source, from, at);
    } else if (code === HASH) {
      const end = source.indexOf("\n", at);
      at = end < 0 ? source.length : end;
    } else if (code === BACKSLASH) {
      joined = source.charCodeAt(at + 1) === LINE;
      at++;
    } else {
      if (code > SPACE) chunk.size++;
      if (opensBracket(code)) depth++;
      else if (closesBracket(code) && depth > 0) depth--;
      at++;
    }
  }
  return chunks;
}

/** Where a text in quotes ends: a short one does so with its line. */
function afterText(source: string, from: number): number {
  const quote = source.charAt(from);
  const long = source.startsWith(quote.repeat(3), from);
  const end = long ? quote.repeat(3) : quote;
  for (let at = from + end.length; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === BACKSLASH) at++;
    else if (!long && code === LINE) return at;
    else if (source.startsWith(end, at)) return at + end.length;
  }
  return source.length;
}

/** How many characters a text has that are written with a backslash: each takes as long to read as a word. */
function escapes(source: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    if (source.charCodeAt(at) !== BACKSLASH) continue;
    count++;
    at++;
  }
  return count;
}

function isWord(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code > 127
  );
}
