import { type LeftOut, Places } from "../notations/places.ts";
import { refuse } from "../refuse.ts";
import { type Chunk, chunksOf, type Name } from "./chunks.ts";
import { isSetting } from "./words.ts";

/** The shortest text of which parts are left out. */
const SHORTEST = 16_000;
/** How much of a text may matter to schedules: words, numbers, texts and marks, which is what takes time. */
const MOST = 60_000;
/** How much of a text's beginning is kept in any case, to tell what it is. */
const BEGINNING = 2000;

/** A text's part that schedules may depend on. */
export interface Relevant {
  readonly source: string;
  readonly left: readonly LeftOut[];
}

/**
 * What of a long Python text a schedule may depend on: the statements with a word that has to do with them, what uses
 * the names of those, and what defines, or could change, the names in any of these. The rest is left out. A
 * PlanError where that is more than 60,000 words and marks.
 */
export function relevant(source: string, words: RegExp): Relevant {
  if (source.length < SHORTEST) return { source, left: [] };
  const chunks = chunksOf(source);
  // By the numbers of the statements, of which there may be a hundred thousand.
  const marks = (): Uint8Array => new Uint8Array(chunks.length + 1);
  const [kept, needed, leads] = [marks(), marks(), marks()];
  const left: Chunk[] = [];
  const keep = (chunk: Chunk, leading: boolean): void => {
    const { index } = chunk;
    if (needed[index] && (!leading || leads[index])) return;
    needed[index] = kept[index] = 1;
    if (leading) leads[index] = 1;
    left.push(chunk);
  };
  for (const chunk of chunks) {
    const { index, from, to, defines } = chunk;
    const whole = source.slice(from, to);
    if (words.test(whole) || (!defines && isSetting(source, from))) keep(chunk, true);
    else if (to <= BEGINNING || STAR.test(whole)) kept[index] = 1;
  }
  const used = new Set<Name>();
  const followed = new Set<Name>();
  const changed = new Map<Chunk, ReadonlySet<string>>();
  for (let chunk = left.pop(); chunk; chunk = left.pop()) {
    const leading = leads[chunk.index] === 1;
    // What uses a name that leads to a schedule, and every call of a function: its arguments are what it is read with.
    for (const name of chunk.defines || leading ? boundBy(chunk, source, followed) : []) {
      followed.add(name);
      for (const other of name.chunks) keep(other, leading);
    }
    for (const name of chunk.names) {
      // What is in no other statement leads nowhere.
      if (name.chunks.length === 1 || used.has(name)) continue;
      used.add(name);
      for (const other of name.chunks)
        if (!needed[other.index] && binds(other, name, source, changed)) keep(other, false);
    }
  }
  check(source, chunks, needed);
  return together(source, chunks, kept);
}

function check(source: string, chunks: readonly Chunk[], needed: Uint8Array): void {
  let size = 0;
  for (const chunk of chunks) {
    if (!needed[chunk.index]) continue;
    size += chunk.size;
    const expected = `at most ${MOST} words and marks of Python that schedules may depend on`;
    if (size > MOST) refuse(new Places(source).at(chunk.from), expected, "more");
  }
}

const STAR = /^from [\w.]+ import \*/;
const HEAD = /^(?:@[^\n]*\n(?:\s[^\n]*\n)*)*(?:async )?(?:def|class) +(\w+)/;

const WRITTEN = /^[^=\n]*[^=<>!\n]=(?!=)|\b(?:as|for|import) +[\w, ]+/gm;

/**
 * The names that a statement gives a meaning, of those that are in others as well and were not followed: a function's
 * own, those that are imported, and those it assigns to.
 */
function boundBy(chunk: Chunk, source: string, followed: ReadonlySet<Name>): readonly Name[] {
  const { from, to, defines } = chunk;
  const names = chunk.names.filter((name) => name.chunks.length > 1 && !followed.has(name));
  if (names.length === 0) return names;
  const whole = source.slice(from, to);
  if (defines) {
    const own = HEAD.exec(whole)?.[1];
    return names.filter(({ text }) => text === own);
  }
  const imported = /^(?:from [\w.]+ )?import ([\s\S]*)/.exec(whole)?.[1];
  const words = new Set((imported ?? whole.match(WRITTEN)?.join(" "))?.match(/\w+/g));
  return names.filter(({ text }) => words.has(text));
}

/** What changes something inside of a function: an assignment to its fields or entries, or a method. */
const CHANGES =
  /(?<![\w.])([A-Za-z_]\w*)(?:\.\w+|\[[^\]\n]*\])*(?:(?:\.\w+|\[[^\]\n]*\])\s*(?:[-+*/%|&^]|\/\/|\*\*)?=(?!=)|\.(?:append|extend|insert|remove|pop|clear|sort|reverse|update|setdefault|popitem|add|add_argument|set_defaults)\()|\b(?:global|nonlocal) ([^\n]*)/g;

/** Whether a statement may give a name its meaning, or change what it means. */
function binds(chunk: Chunk, name: Name, source: string, known: Map<Chunk, ReadonlySet<string>>): boolean {
  if (!chunk.defines) return true;
  if (name.text === "self" || name.text === "cls") return false;
  let all = known.get(chunk);
  if (!all) {
    const whole = source.slice(chunk.from, chunk.to);
    const changes = [...whole.matchAll(CHANGES)].flatMap(([, root, outer]) => root ?? outer?.match(/\w+/g) ?? []);
    all = new Set([HEAD.exec(whole)?.[1] ?? "", ...changes]);
    known.set(chunk, all);
  }
  return all.has(name.text);
}

/** The kept statements, one after the other. */
function together(source: string, chunks: readonly Chunk[], kept: Uint8Array): Relevant {
  const parts = [source.slice(0, chunks[0]?.from ?? 0)];
  const left: LeftOut[] = [];
  let [line, lines, gap] = [1 + ends(parts[0] as string), 0, false];
  for (const chunk of chunks) {
    const own = source.slice(chunk.from, chunk.to);
    const count = ends(own);
    if (!kept[chunk.index]) {
      lines += count;
      gap = true;
      continue;
    }
    if (gap) left.push({ line, lines });
    gap = false;
    line += count;
    parts.push(own);
  }
  return { source: parts.join(""), left };
}

function ends(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
