import type { Places } from "../notations/places.ts";
import { refuse } from "../refuse.ts";

/** The most brackets that are open at once: Python's own limit. */
const DEEPEST = 200;
/** The most that are opened. */
const MOST = 300_000;
/** The longest expression without a comma or the end of a line, texts and comments apart. */
const LONGEST = 20_000;

/**
 * Refuses a text with more brackets than Python reads inside of each other, or than are read at all, and operators
 * without end: what is never closed would make everything after it the deeper and slower to parse.
 */
export function checkBrackets(source: string, places: Places): void {
  let [depth, count, outside, since] = [0, 0, 0, 0];
  let quotes = "";
  let formatted = false;
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at);
    if (quotes !== "" && ends(source, at, quotes)) {
      at += character === "\n" ? 0 : quotes.length - 1;
      [quotes, depth, since] = ["", outside, at];
    } else if (character === "\\") at++;
    else if (quotes === "" && (character === '"' || character === "'")) {
      quotes = source.startsWith(character.repeat(3), at) ? character.repeat(3) : character;
      formatted = /f/i.test(source.slice(Math.max(0, at - 2), at));
      outside = depth;
      at += quotes.length - 1;
    } else if (quotes !== "" && !formatted) continue;
    else if (quotes === "" && character === "#") {
      const end = source.indexOf("\n", at);
      at = end < 0 ? source.length : end;
    } else if (character === "(" || character === "[" || character === "{") {
      if (++depth > DEEPEST) refuse(places.at(at), `Python with at most ${DEEPEST} brackets open at once`, "more");
      if (++count > MOST) refuse(places.at(at), `at most ${MOST} brackets`, "more");
    } else if (character === "," || character === "\n" || character === ";") since = at;
    else if (at - since > LONGEST) {
      refuse(places.at(since), `Python's expressions of at most ${LONGEST} characters`, "more");
    } else if (character === ")" || character === "]" || character === "}") depth = Math.max(0, depth - 1);
  }
}

/** Whether a text in quotes ends here: a short one does so with its line. */
function ends(source: string, at: number, quotes: string): boolean {
  return source.startsWith(quotes, at) || (quotes.length === 1 && source.charAt(at) === "\n");
}
