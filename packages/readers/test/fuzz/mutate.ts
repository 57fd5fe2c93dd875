import type { Seed } from "./seeds.ts";

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const NUMBERS =
  "0 -1 1 0.5 1e999 -1e999 1e308 1e-308 0x10 1_000 010 1e-4 10**10**10 2**100000 nan .nan inf -inf NaN Infinity 99999999999999999999 1:30 1/0".split(
    " ",
  );
const NAMES = "__proto__ constructor toString hasOwnProperty then prototype None null true False undefined".split(" ");
const MARKS = [..."()[]{}<>:;,=.'\"`#$&*|!@\\%+-/~ \t\n\r\0\u2028é"].concat([
  '"""',
  "'''",
  "```",
  "<<: ",
  "*a",
  "&a ",
  "---\n",
  "$((",
  "\\\n",
  "lambda e: ",
  "for i in range(10**9): ",
  "[0] * 10**9",
  " if x else ",
  "\uFEFF",
]);

type Pick = <T>(from: readonly T[]) => T;

/** A seed, or some lines of it, with a few changes. */
export function mutate(seed: Seed, others: readonly Seed[], next: () => number): string {
  const pick: Pick = (from) => from[Math.floor(next() * from.length)] as (typeof from)[number];
  let text = next() < 0.1 ? seed.text : linesOf(seed.text, next);
  const changes = 1 + Math.floor(next() * 5);
  for (let i = 0; i < changes; i++) text = changed(text, pick, next, others);
  return text;
}

function linesOf(text: string, next: () => number): string {
  const lines = text.split("\n");
  const from = Math.floor(next() * lines.length);
  const head = next() < 0.5 ? lines.slice(0, Math.min(from, 6)) : [];
  return [...head, ...lines.slice(from, from + 1 + Math.floor(next() * 14))].join("\n");
}

function changed(text: string, pick: Pick, next: () => number, others: readonly Seed[]): string {
  const at = Math.floor(next() * (text.length + 1));
  const end = Math.min(text.length, at + Math.floor(next() * next() * 40));
  switch (Math.floor(next() * 7)) {
    case 0:
      return text.slice(0, at) + text.slice(end);
    case 1:
      return text.slice(0, end) + text.slice(at);
    case 2:
      return text.slice(0, at) + pick(MARKS) + text.slice(at);
    case 3:
      return replaced(text, /\b\d[\w.]*/g, pick(NUMBERS), pick);
    case 4:
      return replaced(text, /\b[A-Za-z_]\w*/g, pick(NAMES), pick);
    case 5:
      return text.slice(0, at) + pick(MARKS).repeat(Math.floor(next() * 30)) + text.slice(end);
  }
  const other = pick(others).text;
  const from = Math.floor(next() * other.length);
  return text.slice(0, at) + other.slice(from, from + 60) + text.slice(end);
}

/** One of the words of a form, replaced. */
function replaced(text: string, form: RegExp, word: string, pick: Pick): string {
  const found = [...text.matchAll(form)];
  if (found.length === 0) return text + word;
  const one = pick(found);
  return text.slice(0, one.index) + word + text.slice(one.index + one[0].length);
}
