import { BACKSLASH, HASH, QUOTE, SINGLE } from "../python/characters.ts";
import { refuse } from "../refuse.ts";

/** How many keys and tables a text may have: many times what is written by hand, and what is read in a moment. */
const MOST = 50_000;

const [LINE, SPACE, TAB, COMMA, DOT, EQUALS] = [10, 32, 9, 44, 46, 61];
const [OPEN, CLOSE, BRACE] = [91, 93, 123];

/** Refuses a text in TOML with more keys and tables than are read, each part of a dotted key by itself. */
export function checkTables(text: string): void {
  let count = 0;
  let [dots, first, header] = [0, true, false];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE) [dots, first, header] = [0, true, false];
    else if (code === HASH) at = endOf(text, "\n", at) - 1;
    else if (code === QUOTE || code === SINGLE) at = afterString(text, at, code) - 1;
    else if (code === DOT) dots++;
    else if (code === EQUALS || (code === CLOSE && header)) [count, dots, header] = [count + 1 + dots, 0, false];
    else if (code === OPEN) [dots, header] = [0, header || first];
    else if (code === BRACE) [dots, count] = [0, count + 1];
    else if (code === COMMA) dots = 0;
    if (count > MOST) refuse(undefined, `at most ${MOST} keys and tables`, "more");
    if (code > SPACE || (code !== LINE && code !== SPACE && code !== TAB)) first = false;
  }
}

/** Where a string ends: one in single marks does so with its line. */
function afterString(text: string, from: number, mark: number): number {
  const long = text.charCodeAt(from + 1) === mark && text.charCodeAt(from + 2) === mark;
  const end = String.fromCharCode(mark).repeat(long ? 3 : 1);
  if (mark === SINGLE && long) return endOf(text, end, from + 3) + 3;
  for (let at = from + end.length; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH && mark === QUOTE) at++;
    else if (code === LINE && !long) return at;
    else if (code === mark && (!long || text.startsWith(end, at))) return at + end.length;
  }
  return text.length;
}

function endOf(text: string, mark: string, from: number): number {
  const end = text.indexOf(mark, from);
  return end < 0 ? text.length : end;
}
